package io.qhyper.optim;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The random directions of one SPSA iteration: which rows to measure, and what their losses say
 * about the gradient.
 *
 * <p>Direction r is a vector Δ_r of independent ±1 with equal probability, from the stream (seed,
 * {@link Purpose#PERTURBATION}, iteration, r).
 */
public final class SpsaPerturbation {

  private final double size;
  private final double[][] directions;

  private SpsaPerturbation(double size, double[][] directions) {
    this.size = size;
    this.directions = directions;
  }

  static SpsaPerturbation draw(
      long seed, long iteration, int average, int parameters, double size) {
    final double[][] directions = new double[average][parameters];
    for (int r = 0; r < average; r++) {
      final UniformRandomProvider random =
          new StreamKey(seed, Purpose.PERTURBATION, iteration, r, 0).open();
      Arrays.setAll(directions[r], i -> random.nextBoolean() ? 1 : -1);
    }
    return new SpsaPerturbation(size, directions);
  }

  /** c_k, the distance in radians by which each parameter is moved. */
  public double size() {
    return size;
  }

  /** A copy of the directions, [repetition][parameter], entries +1 or −1. */
  public double[][] directions() {
    return Arrays.stream(directions).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * The rows to measure: θ + cΔ₀, θ − cΔ₀, θ + cΔ₁, θ − cΔ₁, ….
   *
   * @param theta the present parameters; not modified
   * @throws IllegalArgumentException if {@code theta} has the wrong length or is not finite
   */
  public double[][] rows(double[] theta) {
    Checks.finite("theta", Checks.sameLength("theta", theta, directions[0].length));
    final double[][] rows = new double[2 * directions.length][];
    for (int r = 0; r < directions.length; r++) {
      rows[2 * r] = Vectors.plusScaled(theta, size, directions[r]);
      rows[2 * r + 1] = Vectors.plusScaled(theta, -size, directions[r]);
    }
    return rows;
  }

  /**
   * The estimated gradient: the mean over r of (L_{2r} − L_{2r+1})/(2c) · Δ_r (since 1/Δ = Δ).
   *
   * @param losses the measured losses of {@link #rows}, in their order
   * @param standardErrors the standard errors of those losses, not negative
   * @throws IllegalArgumentException if a length is wrong, a loss is not finite or an error is
   *     negative or not finite
   */
  public SpsaGradient gradient(double[] losses, double[] standardErrors) {
    final int rows = 2 * directions.length;
    Checks.finite("losses", Checks.sameLength("losses", losses, rows));
    Checks.sameLength("standardErrors", standardErrors, rows);
    final double scale = 1 / (2 * size * directions.length);
    double[] values = new double[directions[0].length];
    double variance = 0;
    for (int r = 0; r < directions.length; r++) {
      final double slope = scale * (losses[2 * r] - losses[2 * r + 1]);
      values = Vectors.plusScaled(values, slope, directions[r]);
    }
    for (int row = 0; row < rows; row++) {
      final double error = Checks.notNegative("standardErrors[" + row + "]", standardErrors[row]);
      variance += scale * error * (scale * error);
    }
    final double[] errors = new double[values.length];
    Arrays.fill(errors, Math.sqrt(variance));
    return new SpsaGradient(values, errors);
  }
}

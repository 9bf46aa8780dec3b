package io.qhyper.optim;

/**
 * The gain sequences of SPSA: a_k = a/(k + 1 + A)^α and c_k = c/(k + 1)^γ for k = 0, 1, ….
 *
 * <p>Source: Spall, Implementation of the Simultaneous Perturbation Algorithm for Stochastic
 * Optimization, IEEE Transactions on Aerospace and Electronic Systems 34 (1998) 817, section III.
 *
 * @param a scale of the steps, positive
 * @param c the first perturbation in radians, positive; about the standard deviation of one
 *     measured loss, and not below it
 * @param stability Spall's A, not negative: keeps the first steps small; about a tenth of the
 *     planned iterations
 * @param alpha decay of the steps, positive
 * @param gamma decay of the perturbations, positive
 */
public record SpsaGains(double a, double c, double stability, double alpha, double gamma) {

  /** The practical exponent of the steps (Spall 1998). */
  public static final double SPALL_ALPHA = 0.602;

  /** The practical exponent of the perturbations (Spall 1998). */
  public static final double SPALL_GAMMA = 0.101;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  public SpsaGains {
    Checks.positive("a", a);
    Checks.positive("c", c);
    Checks.notNegative("stability", stability);
    Checks.positive("alpha", alpha);
    Checks.positive("gamma", gamma);
  }

  /** Gains with Spall's exponents 0.602 and 0.101. */
  public static SpsaGains of(double a, double c, double stability) {
    return new SpsaGains(a, c, stability, SPALL_ALPHA, SPALL_GAMMA);
  }

  /**
   * Gains whose first step changes each parameter by about {@code change}, for a run of so many
   * iterations (Spall 1998, section III.B): A is a tenth of them, and a follows from a₀ · |ĝ₀| =
   * change.
   *
   * @param change the wanted first change of a parameter in radians, positive
   * @param gradientMagnitude the typical |ĝᵢ| at the start, positive
   * @param c the first perturbation in radians, positive
   * @param iterations the planned number of iterations, at least 1
   * @throws IllegalArgumentException if a value is outside its range
   */
  public static SpsaGains forFirstChange(
      double change, double gradientMagnitude, double c, int iterations) {
    Checks.positive("change", change);
    Checks.positive("gradientMagnitude", gradientMagnitude);
    final double stability = 0.1 * Checks.atLeastOne("iterations", iterations);
    final double a = change / gradientMagnitude * StrictMath.pow(1 + stability, SPALL_ALPHA);
    return of(a, c, stability);
  }

  /**
   * a_k, the factor of the gradient in step {@code k}.
   *
   * @throws IllegalArgumentException if {@code k} is negative
   */
  public double step(long k) {
    return a / StrictMath.pow(notNegative(k) + 1 + stability, alpha);
  }

  /**
   * c_k, the distance in radians to which step {@code k} moves each parameter for a measurement.
   *
   * @throws IllegalArgumentException if {@code k} is negative
   */
  public double perturbation(long k) {
    return c / StrictMath.pow(notNegative(k) + 1.0, gamma);
  }

  private static long notNegative(long k) {
    if (k < 0) {
      throw new IllegalArgumentException("iteration k must not be negative, but is " + k);
    }
    return k;
  }
}

package io.qhyper.mitigation;

import io.qhyper.shots.Counts;

/** A histogram with the quasi-probabilities that readout correction gives its strings. */
public final class CorrectedCounts {
  private final Counts counts;
  private final RestrictedMatrix matrix;
  private final Solver solver;
  private final double[] quasi;

  CorrectedCounts(Counts counts, RestrictedMatrix matrix) {
    this.counts = counts;
    this.matrix = matrix;
    this.solver = Solver.of(matrix);
    double[] frequencies = new double[counts.distinct()];
    for (int entry = 0; entry < frequencies.length; entry++) {
      frequencies[entry] = (double) counts.count(entry) / counts.shots();
    }
    this.quasi = solver.solve(frequencies);
  }

  /**
   * A corrected mean.
   *
   * @param value the estimate
   * @param shotError its standard error by the shots; NaN for a single one
   * @param calibrationError its standard error by the calibration
   */
  public record Mean(double value, double shotError, double calibrationError) {
    /** Both errors together. */
    public double standardError() {
      return Math.hypot(shotError, calibrationError);
    }
  }

  /** What was observed. */
  public Counts counts() {
    return counts;
  }

  /** One for each distinct string, in the order of the histogram; they sum to 1, some below 0. */
  public double[] quasiProbabilities() {
    return quasi.clone();
  }

  /**
   * The mean of a function of the string, with its error: the mean of the adjusted values A⁻ᵀ·f
   * over the shots as they were read, so their spread gives the error with all covariances.
   *
   * @param values the function's value for each distinct string
   */
  public Mean mean(double[] values) {
    double[] adjusted = solver.solveTransposed(values);
    double mean = 0;
    for (int entry = 0; entry < adjusted.length; entry++) {
      mean += counts.count(entry) * adjusted[entry];
    }
    mean /= counts.shots();
    double squares = 0;
    for (int entry = 0; entry < adjusted.length; entry++) {
      double deviation = adjusted[entry] - mean;
      squares += counts.count(entry) * deviation * deviation;
    }
    double shots = counts.shots();
    return new Mean(
        mean,
        Math.sqrt(squares / (shots - 1) / shots), // NaN for one shot: no spread is known
        Math.sqrt(matrix.calibrationVariance(adjusted, quasi)));
  }

  /**
   * The mitigation overhead ‖A⁻¹‖₁² between the observed strings: at most so many times more shots
   * give the precision of a device that misreads nothing. Estimated from below for many strings.
   */
  public double overhead() {
    double norm = InverseNorm.of(solver, counts.distinct());
    return norm * norm;
  }
}

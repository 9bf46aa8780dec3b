package io.qhyper.hybrid;

import io.qhyper.mitigation.CorrectedCounts;
import io.qhyper.shots.Counts;

/**
 * The mean loss of measured networks, with its error.
 *
 * @param mean estimate of E(θ)
 * @param standardError of the mean, from the sample variance; NaN for a single shot, 0 for an exact
 *     value
 * @param shots number of measured networks; 0 for an exact value
 */
public record LossEstimate(double mean, double standardError, long shots) {

  /** A value that is not an estimate. */
  public static LossEstimate exact(double value) {
    return new LossEstimate(value, 0, 0);
  }

  /**
   * The estimate from a histogram.
   *
   * @param losses the loss of each distinct bitstring, in the order of the histogram
   */
  public static LossEstimate of(Counts counts, double[] losses) {
    double sum = 0;
    for (int entry = 0; entry < losses.length; entry++) {
      sum += counts.count(entry) * losses[entry];
    }
    double mean = sum / counts.shots();
    double squares = 0;
    for (int entry = 0; entry < losses.length; entry++) {
      double deviation = losses[entry] - mean;
      squares += counts.count(entry) * deviation * deviation;
    }
    double variance = squares / (counts.shots() - 1); // NaN for one shot: no spread is known
    return new LossEstimate(mean, Math.sqrt(variance / counts.shots()), counts.shots());
  }

  /**
   * The estimate from a corrected histogram; the error is that of shots and calibration.
   *
   * @param losses the loss of each distinct bitstring, in the order of the histogram
   */
  public static LossEstimate of(CorrectedCounts corrected, double[] losses) {
    CorrectedCounts.Mean mean = corrected.mean(losses);
    return new LossEstimate(mean.value(), mean.standardError(), corrected.counts().shots());
  }
}

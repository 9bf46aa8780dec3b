package io.qhyper.mitigation;

/** A confusion matrix between the distinct strings of a histogram, by number of the entry. */
interface Transitions {
  /** The probability to read one string where another was prepared. */
  double probability(int read, int prepared);

  /**
   * The variance of a corrected mean that the errors of the calibration cause, to first order.
   *
   * @param matrix this one, restricted and normalised
   * @param adjusted A⁻ᵀ applied to the averaged values
   * @param quasi the quasi-probabilities
   */
  double calibrationVariance(RestrictedMatrix matrix, double[] adjusted, double[] quasi);
}

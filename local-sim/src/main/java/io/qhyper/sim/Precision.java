package io.qhyper.sim;

/**
 * How long to average.
 *
 * @param standardError stop when that of the mean is at most this; above 0
 * @param maximumSamples stop after so many samples in any case; at least 2
 */
public record Precision(double standardError, long maximumSamples) {
  public Precision {
    if (!(standardError > 0)) {
      throw new IllegalArgumentException("precision must be above 0, got " + standardError);
    }
    if (maximumSamples < 2) {
      throw new IllegalArgumentException(
          "averaging needs at least 2 samples, got at most " + maximumSamples);
    }
  }
}

package io.qhyper.compare;

/**
 * A frequency in two samples.
 *
 * @param first estimate from the first sample
 * @param second estimate from the second sample
 * @param standardError of the difference
 */
public record Deviation(double first, double second, double standardError) {
  /** First minus second. */
  public double difference() {
    return first - second;
  }

  /** The difference in standard errors; 0 where both are certain and equal. */
  public double sigmas() {
    return difference() == 0 ? 0 : difference() / standardError;
  }

  /** Two shares of {@code n} and {@code m} shots; the error is that of the pooled share. */
  static Deviation ofShares(double first, int n, double second, int m) {
    double pooled = (first * n + second * m) / ((double) n + m);
    return new Deviation(first, second, Math.sqrt(pooled * (1 - pooled) * (1.0 / n + 1.0 / m)));
  }
}

package io.qhyper.compare;

/** Confidence intervals of a success probability. */
public final class Wilson {
  private static final double Z = 1.959963984540054; // 97.5 % quantile of the normal distribution

  private Wilson() {}

  /**
   * The 95 % interval (Wilson, Probable inference, JASA 22, 1927), useful also for 0 or all
   * successes.
   *
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ trials and trials ≥ 1
   */
  public static Interval interval(long successes, long trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be in 0..trials and trials at least 1, got "
              + successes
              + " of "
              + trials);
    }
    double n = trials;
    double share = successes / n;
    double centre = share + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Interval(
        Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
  }
}

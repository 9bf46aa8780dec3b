package io.qhyper.compare;

/** How pairs of bits vary together in one sample, with standard errors. */
final class Covariances {
  private final double[] ones;
  private final double[] both;
  private final double shots;

  Covariances(BitFeatures features, int[] counts, int shots) {
    this.ones = features.marginals(counts, shots);
    this.both = features.joint(counts, shots);
    this.shots = shots;
  }

  /** P(both 1) − P(high 1)·P(low 1). */
  double value(int high, int low) {
    return both[BitFeatures.pair(high, low)] - ones[high] * ones[low];
  }

  /** √(Var[(x − p)(y − q)] / shots), from the four frequencies of the pair. */
  double error(int high, int low) {
    double p = ones[high];
    double q = ones[low];
    double p11 = both[BitFeatures.pair(high, low)];
    double p10 = p - p11;
    double p01 = q - p11;
    double p00 = 1 - p11 - p10 - p01;
    double squares =
        p11 * square((1 - p) * (1 - q))
            + p10 * square((1 - p) * q)
            + p01 * square(p * (1 - q))
            + p00 * square(p * q);
    return Math.sqrt(Math.max(0, squares - square(value(high, low))) / shots);
  }

  private static double square(double x) {
    return x * x;
  }
}

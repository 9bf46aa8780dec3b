package io.qhyper.compare;

/** How far two distributions over the same outcomes are apart, from 0 (equal) to 1 (disjoint). */
enum Distance {
  /** ½ Σ |p − q|: the largest difference in the probability of any event. */
  TOTAL_VARIATION {
    @Override
    double term(double p, double q) {
      return Math.abs(p - q) / 2;
    }

    @Override
    double of(double sum) {
      return sum;
    }
  },
  /** √(1 − Σ √(p·q)). */
  HELLINGER {
    @Override
    double term(double p, double q) {
      return p == 0 || q == 0 ? 0 : Math.sqrt(p * q);
    }

    @Override
    double of(double sum) {
      return Math.sqrt(Math.max(0, 1 - sum));
    }
  };

  /** What one outcome adds to the sum. */
  abstract double term(double p, double q);

  /** The distance from the sum over all outcomes. */
  abstract double of(double sum);

  /** The distance of two distributions. */
  final double between(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += term(p[i], q[i]);
    }
    return of(sum);
  }

  /** The distance of two histograms. */
  final double between(int[] a, double shotsA, int[] b, double shotsB) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += term(a[i] / shotsA, b[i] / shotsB);
    }
    return of(sum);
  }

  /** The distance of the two samples. */
  final double of(PairedCounts pair) {
    return between(pair.first(), pair.firstShots(), pair.second(), pair.secondShots());
  }
}

package io.qhyper.compare;

import java.util.Arrays;

/** Quantiles of a sample. */
final class Quantiles {
  private final double[] sorted;

  Quantiles(double[] values) {
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** Linear between the order statistics (type 7 of Hyndman and Fan, 1996). */
  double at(double level) {
    double position = level * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  double mean() {
    return Arrays.stream(sorted).average().orElseThrow();
  }
}

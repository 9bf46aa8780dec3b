package io.qhyper.mitigation;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;

/**
 * A confusion matrix between the observed strings only, each column normalised to sum 1 (Nation et
 * al., PRX Quantum 2, 040326, section III). Small ones are stored, large ones computed anew at each
 * use.
 */
final class RestrictedMatrix {
  private static final int STORED = 2048;

  private final Transitions transitions;
  private final Counts strings;
  private final int distance;
  private final double[] columnSums;
  private final double[][] stored; // by prepared, then read; empty if computed

  /**
   * A restriction.
   *
   * @param distance entries between strings that differ in more bits are taken as 0
   */
  RestrictedMatrix(ReadoutModel model, Counts strings, int distance) {
    this.transitions = model.between(strings);
    this.strings = strings;
    this.distance = distance;
    int size = strings.distinct();
    this.columnSums = new double[size];
    this.stored = new double[size <= STORED ? size : 0][];
    for (int prepared = 0; prepared < size; prepared++) {
      double[] column = new double[size];
      double sum = 0;
      for (int read = 0; read < size; read++) {
        column[read] = probability(read, prepared);
        sum += column[read];
      }
      if (!(sum > 0)) {
        throw new IllegalArgumentException(
            "by the calibration nothing observed can come from "
                + strings.bits(prepared)
                + ": calibrate anew with more shots");
      }
      columnSums[prepared] = sum;
      if (stored.length > 0) {
        for (int read = 0; read < size; read++) {
          column[read] /= sum;
        }
        stored[prepared] = column;
      }
    }
  }

  private double probability(int read, int prepared) {
    return isNear(read, prepared) ? transitions.probability(read, prepared) : 0;
  }

  private boolean isNear(int a, int b) {
    if (distance >= strings.width()) {
      return true;
    }
    int differing = 0;
    for (int i = 0; i < BitString.wordsFor(strings.width()); i++) {
      differing += Long.bitCount(strings.word(a, i) ^ strings.word(b, i));
    }
    return differing <= distance;
  }

  int size() {
    return columnSums.length;
  }

  /** The probability to read an observed string where another was prepared. */
  double entry(int read, int prepared) {
    return stored.length > 0
        ? stored[prepared][read]
        : probability(read, prepared) / columnSums[prepared];
  }

  /** What a column summed to before it was normalised. */
  double columnSum(int prepared) {
    return columnSums[prepared];
  }

  /** A·x. */
  double[] times(double[] x) {
    double[] product = new double[x.length];
    for (int prepared = 0; prepared < x.length; prepared++) {
      for (int read = 0; read < x.length; read++) {
        product[read] += entry(read, prepared) * x[prepared];
      }
    }
    return product;
  }

  /** Aᵀ·x. */
  double[] transposedTimes(double[] x) {
    double[] product = new double[x.length];
    for (int prepared = 0; prepared < x.length; prepared++) {
      double sum = 0;
      for (int read = 0; read < x.length; read++) {
        sum += entry(read, prepared) * x[read];
      }
      product[prepared] = sum;
    }
    return product;
  }

  double calibrationVariance(double[] adjusted, double[] quasi) {
    return transitions.calibrationVariance(this, adjusted, quasi);
  }
}

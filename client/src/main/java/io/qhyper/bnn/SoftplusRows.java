package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.data.Features;
import io.qhyper.data.WeightedDataSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A training set prepared for cross-entropy as a product: each row holds e^(u_j), where u is the
 * example's features and a 1 for the bias, with the sign of z turned for class 1.
 *
 * <p>The loss of an example is then ln(1 + e^(w·u)) in both classes. Equal examples are merged, and
 * a merged one of weight 5 = 4 + 1 stands in the rows of level 2 and of level 0, where rows of
 * level k count 2^k times: so a level needs one logarithm, of the product of its factors.
 */
final class SoftplusRows {
  /** Largest |score| for which e^score and its parts stay far from overflow. */
  static final double LARGEST_SCORE = 300;

  private static final int LARGEST_WEIGHT = 3; // of any encoding, in magnitude

  private final List<double[][]> levels;
  private final int examples;

  private SoftplusRows(List<double[][]> levels, int examples) {
    this.levels = levels;
    this.examples = examples;
  }

  /** The largest |score| any weights can reach on {@code data}. */
  static double largestScore(DataSet data) {
    Features features = data.features();
    double largest = 0;
    for (int row = 0; row < features.size(); row++) {
      double sum = 1;
      for (int i = 0; i < features.dimension(); i++) {
        sum += Math.abs(features.value(row, i));
      }
      largest = Math.max(largest, LARGEST_WEIGHT * sum);
    }
    return largest;
  }

  static SoftplusRows of(DataSet data) {
    WeightedDataSet merged = data.merged();
    List<List<double[]>> levels = new ArrayList<>();
    for (int row = 0; row < merged.size(); row++) {
      double[] exponentials = exponentials(merged.examples(), row);
      for (int level = 0; merged.weight(row) >>> level != 0; level++) {
        if (level == levels.size()) {
          levels.add(new ArrayList<>());
        }
        if ((merged.weight(row) >>> level & 1) != 0) {
          levels.get(level).add(exponentials);
        }
      }
    }
    List<double[][]> rows = levels.stream().map(level -> level.toArray(double[][]::new)).toList();
    return new SoftplusRows(rows, data.size());
  }

  private static double[] exponentials(DataSet data, int row) {
    double sign = data.label(row) == 0 ? 1 : -1;
    int dimension = data.features().dimension();
    double[] exponentials = new double[dimension + 1];
    for (int i = 0; i < dimension; i++) {
      exponentials[i] = Math.exp(sign * data.features().value(row, i));
    }
    exponentials[dimension] = Math.exp(sign);
    return exponentials;
  }

  /** Rows by level: {@code levels().get(k)[row][j]} is e^(u_j). */
  List<double[][]> levels() {
    return levels;
  }

  /** Number of examples before merging. */
  int examples() {
    return examples;
  }
}

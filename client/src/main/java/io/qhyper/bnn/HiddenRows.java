package io.qhyper.bnn;

import io.qhyper.data.DataSet;
import io.qhyper.data.WeightedDataSet;
import io.qhyper.shots.BitString;
import java.util.Arrays;

/** A training set column by column, equal examples merged, as the hidden-layer kernel reads it. */
final class HiddenRows {
  /** Largest |score| for which e^score and its parts stay far from overflow. */
  static final double LARGEST_SCORE = 300;

  private final double[][] columns; // [feature][row]
  private final double[] signs; // −1 for class 0, 1 for class 1
  private final double[] weights;
  private final int examples;

  HiddenRows(DataSet data) {
    WeightedDataSet merged = data.merged();
    int rows = merged.size();
    columns = new double[data.features().dimension()][rows];
    signs = new double[rows];
    weights = new double[rows];
    examples = data.size();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][row] = merged.examples().features().value(row, i);
      }
      signs[row] = merged.examples().label(row) == 0 ? -1 : 1;
      weights[row] = merged.weight(row);
    }
  }

  /** Number of distinct examples. */
  int size() {
    return weights.length;
  }

  /** Number of examples before merging. */
  int examples() {
    return examples;
  }

  /** The largest |output| a hidden neuron can have on any row, whatever its activation. */
  double largestOutput() {
    double largest = 0;
    for (int row = 0; row < size(); row++) {
      double sum = 1;
      for (double[] column : columns) {
        sum += Math.abs(column[row]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /**
   * Fills {@code out} with e^(±v·f(w·x + b)) for rows {@code from} on, minus for class 0: what a
   * neuron multiplies the odds of the right class with.
   *
   * @param unit w, b and v as bits, in the order of {@link HiddenNetwork#units}
   * @param count number of rows
   */
  void oddsOf(Activation activation, BitString unit, int from, int count, double[] out) {
    Encoding sign = Encoding.PLUS_MINUS_ONE;
    int outputWeight = sign.value(unit.printed(columns.length + 1));
    Arrays.fill(out, 0, count, sign.value(unit.printed(columns.length)));
    for (int i = 0; i < columns.length; i++) {
      addScaled(columns[i], sign.value(unit.printed(i)), from, count, out);
    }
    for (int r = 0; r < count; r++) {
      out[r] = Math.exp(signs[from + r] * outputWeight * activation.apply(out[r]));
    }
  }

  private static void addScaled(double[] column, int weight, int from, int count, double[] out) {
    for (int r = 0; r < count; r++) {
      out[r] += weight * column[from + r];
    }
  }

  /** Fills {@code out} with e^(±bias), minus for class 0. */
  void oddsOf(int bias, int from, int count, double[] out) {
    double one = Math.exp(bias);
    double zero = Math.exp(-bias);
    for (int r = 0; r < count; r++) {
      out[r] = signs[from + r] > 0 ? one : zero;
    }
  }

  /** Σ weight·(1/(1+odds))², the squared errors, over {@code count} rows; in a fixed order. */
  double squaredErrors(double[] odds, int from, int count) {
    for (int r = 0; r < count; r++) {
      double error = 1 / (1 + odds[r]);
      odds[r] = weights[from + r] * (error * error);
    }
    double even = 0;
    double odd = 0;
    for (int r = 0; r + 1 < count; r += 2) {
      even += odds[r];
      odd += odds[r + 1];
    }
    return even + odd + (count % 2 == 1 ? odds[count - 1] : 0);
  }
}

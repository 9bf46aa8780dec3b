package io.qhyper.data;

/** Distinct examples and how often each occurs in the data set they were merged from. */
public final class WeightedDataSet {
  private final DataSet examples;
  private final int[] weights;

  WeightedDataSet(DataSet examples, int[] weights) {
    this.examples = examples;
    this.weights = weights;
  }

  /** The distinct examples. */
  public DataSet examples() {
    return examples;
  }

  /** How often example {@code row} occurs, at least once. */
  public int weight(int row) {
    return weights[row];
  }

  /** Number of distinct examples. */
  public int size() {
    return weights.length;
  }
}

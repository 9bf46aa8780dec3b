package io.qhyper.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Labelled examples: a table of features and one class label per row. Immutable. */
public final class DataSet {
  private final Features features;
  private final int[] labels;

  private DataSet(Features features, int[] labels) {
    this.features = features;
    this.labels = labels;
  }

  /**
   * The examples with the given features and labels.
   *
   * @param labels one class number ≥ 0 per row; copied
   * @throws IllegalArgumentException if the numbers of rows and labels differ, or a label is
   *     negative
   */
  public static DataSet of(Features features, int[] labels) {
    if (labels.length != features.size()) {
      throw new IllegalArgumentException(
          "each row needs one label, got "
              + labels.length
              + " labels for "
              + features.size()
              + " rows");
    }
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0) {
        throw new IllegalArgumentException(
            "the label of row " + row + " must be 0 or more, got " + labels[row]);
      }
    }
    return new DataSet(features, labels.clone());
  }

  /** The features, one row per example. */
  public Features features() {
    return features;
  }

  /** The class of example {@code row}. */
  public int label(int row) {
    return labels[row];
  }

  /** Number of examples. */
  public int size() {
    return labels.length;
  }

  /** Number of examples of class {@code label}. */
  public int count(int label) {
    return (int) Arrays.stream(labels).filter(own -> own == label).count();
  }

  /** The distinct examples (features and label) in order of first appearance, with their counts. */
  public WeightedDataSet merged() {
    Map<Example, Integer> positions = new HashMap<>();
    int[] first = new int[labels.length];
    int[] weights = new int[labels.length];
    for (int row = 0; row < labels.length; row++) {
      int fresh = positions.size();
      Integer known = positions.putIfAbsent(new Example(features.row(row), labels[row]), fresh);
      if (known == null) {
        first[fresh] = row;
      }
      weights[known == null ? fresh : known]++;
    }
    int[] rows = Arrays.copyOf(first, positions.size());
    int[] kept = Arrays.stream(rows).map(row -> labels[row]).toArray();
    return new WeightedDataSet(
        new DataSet(features.select(rows), kept), Arrays.copyOf(weights, rows.length));
  }

  private static final class Example {
    private final double[] features;
    private final int label;

    Example(double[] features, int label) {
      this.features = features;
      this.label = label;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Example other
          && label == other.label
          && Arrays.equals(features, other.features);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(features) + label;
    }
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof DataSet other
        && features.equals(other.features)
        && Arrays.equals(labels, other.labels);
  }

  @Override
  public int hashCode() {
    return 31 * features.hashCode() + Arrays.hashCode(labels);
  }

  @Override
  public String toString() {
    return features.size() + " examples of " + features.names();
  }
}

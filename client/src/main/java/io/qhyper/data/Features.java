package io.qhyper.data;

import java.util.Arrays;
import java.util.List;

/**
 * A table of real numbers: one row per example, one named column per feature.
 *
 * <p>Immutable. All values are finite.
 */
public final class Features {
  private final List<String> names;
  private final int rows;
  private final double[] values; // row by row

  private Features(List<String> names, int rows, double[] values) {
    this.names = names;
    this.rows = rows;
    this.values = values;
  }

  /**
   * The table with the given columns.
   *
   * @param names one name per feature, at least one
   * @param values the numbers row by row; copied
   * @throws IllegalArgumentException if the values are no whole number of rows, or one of them is
   *     not finite
   */
  public static Features of(List<String> names, double[] values) {
    if (names.isEmpty() || values.length % names.size() != 0) {
      throw new IllegalArgumentException(
          values.length + " values are no whole number of rows of " + names.size() + " features");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "feature "
                + names.get(i % names.size())
                + " of row "
                + i / names.size()
                + " must be finite, got "
                + values[i]);
      }
    }
    return new Features(List.copyOf(names), values.length / names.size(), values.clone());
  }

  /** The names of the columns, in order. */
  public List<String> names() {
    return names;
  }

  /** Number of columns. */
  public int dimension() {
    return names.size();
  }

  /** Number of rows. */
  public int size() {
    return rows;
  }

  /** The value of column {@code feature} in row {@code row}, both from 0. */
  public double value(int row, int feature) {
    return values[row * names.size() + feature];
  }

  /** A copy of one row, of length {@link #dimension()}. */
  public double[] row(int row) {
    return Arrays.copyOfRange(values, row * names.size(), (row + 1) * names.size());
  }

  /** The rows with the given numbers, in that order. */
  Features select(int[] chosen) {
    double[] kept = new double[chosen.length * names.size()];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * names.size(), kept, i * names.size(), names.size());
    }
    return new Features(names, chosen.length, kept);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Features other
        && names.equals(other.names)
        && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return rows + " rows of " + names;
  }
}

package io.qhyper.mitigation;

import io.qhyper.shots.Counts;
import java.util.Arrays;
import java.util.List;

/** Any confusion of a few bits, correlated or not: one measured column for every string. */
public final class MatrixModel extends ReadoutModel {
  /** A full matrix takes 2^bits circuits. */
  public static final int MOST_BITS = 8;

  private static final double ROUNDING = 1e-9;

  private final double[][] columns; // by prepared, then read string
  private final long shots;

  /**
   * A model.
   *
   * @param columns for every prepared string, in order of its index, the probabilities of the read
   *     ones; 2^bits columns that each sum to 1, bits being 1 to {@value #MOST_BITS}
   * @param shots behind each column; 0 if it is exact
   */
  public MatrixModel(List<double[]> columns, long shots) {
    this.columns = columns.stream().map(double[]::clone).toArray(double[][]::new);
    this.shots = shots;
    int size = this.columns.length;
    if (Integer.bitCount(size) != 1 || size < 2 || size > 1 << MOST_BITS) {
      throw new IllegalArgumentException(
          "a readout matrix has 2^bits columns for 1 to " + MOST_BITS + " bits, got " + size);
    }
    for (double[] column : this.columns) {
      double sum = Arrays.stream(column).sum();
      if (column.length != size
          || !(Math.abs(sum - 1) < ROUNDING)
          || Arrays.stream(column).anyMatch(p -> !(p >= 0))) {
        throw new IllegalArgumentException(
            "columns of a readout matrix are %d probabilities that sum to 1, got %d with sum %s"
                .formatted(size, column.length, sum));
      }
    }
  }

  /** The probabilities of the read strings, for every prepared one. */
  public List<double[]> columns() {
    return Arrays.stream(columns).map(double[]::clone).toList();
  }

  /** Shots behind each column. */
  public long shots() {
    return shots;
  }

  @Override
  public int width() {
    return Integer.numberOfTrailingZeros(columns.length);
  }

  @Override
  public double overhead() {
    double norm =
        InverseNorm.exact(
            LuSolver.of(columns.length, (read, prepared) -> columns[prepared][read]),
            columns.length);
    return norm * norm;
  }

  @Override
  Transitions between(Counts strings) {
    return new Transitions() {
      @Override
      public double probability(int read, int prepared) {
        return columns[(int) strings.word(prepared, 0)][(int) strings.word(read, 0)];
      }

      /** Each column is a multinomial sample of its own; only its observed part is used. */
      @Override
      public double calibrationVariance(
          RestrictedMatrix matrix, double[] adjusted, double[] quasi) {
        double variance = 0;
        for (int prepared = 0; shots > 0 && prepared < quasi.length; prepared++) {
          double mean = 0;
          double squares = 0;
          for (int read = 0; read < quasi.length; read++) {
            double share = matrix.entry(read, prepared);
            mean += share * adjusted[read];
            squares += share * adjusted[read] * adjusted[read];
          }
          double spread = Math.max(0, squares - mean * mean);
          double used = shots * matrix.columnSum(prepared);
          variance += quasi[prepared] * quasi[prepared] * spread / used;
        }
        return variance;
      }
    };
  }
}

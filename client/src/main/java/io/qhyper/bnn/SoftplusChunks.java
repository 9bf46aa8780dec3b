package io.qhyper.bnn;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a data set under one encoding, cut so that a product over a chunk cannot overflow.
 *
 * <p>A factor 1 + e^z is largest where each weight takes the value that is worse for the row.
 */
final class SoftplusChunks {
  /** Most rows of a chunk: keeps the tables of a chunk in the second-level cache. */
  static final int MOST_ROWS = 48;

  private final Encoding encoding;
  private final List<Chunk> chunks = new ArrayList<>();

  SoftplusChunks(SoftplusRows rows, Encoding encoding) {
    this.encoding = encoding;
    for (int level = 0; level < rows.levels().size(); level++) {
      cut(rows.levels().get(level), level);
    }
  }

  /**
   * Some rows of one level.
   *
   * @param rows e^(u_j) per row
   * @param weight how often each row counts
   * @param last whether the level ends here
   */
  record Chunk(List<double[]> rows, double weight, boolean last) {}

  List<Chunk> chunks() {
    return chunks;
  }

  private void cut(double[][] rows, int level) {
    List<double[]> current = new ArrayList<>();
    double room = ScaledProducts.ROOM;
    for (double[] row : rows) {
      double digits = Math.log(1 + largestExponential(row)) / Math.log(2) + 1e-9;
      if (digits > room || current.size() == MOST_ROWS) {
        chunks.add(new Chunk(current, 1 << level, false));
        current = new ArrayList<>();
        room = ScaledProducts.ROOM;
      }
      current.add(row);
      room -= digits;
    }
    chunks.add(new Chunk(current, 1 << level, true));
  }

  private double largestExponential(double[] row) {
    double product = 1;
    for (double exponential : row) {
      product *= Math.max(factor(exponential, false), factor(exponential, true));
    }
    return product;
  }

  /** e^(v·u) for the value v of {@code bit}, given e^u. */
  private double factor(double exponential, boolean bit) {
    double power = 1;
    for (int i = Math.abs(encoding.value(bit)); i > 0; i--) {
      power *= exponential;
    }
    return encoding.value(bit) < 0 ? 1 / power : power;
  }

  /**
   * Fills {@code table} with {@code scale}·Π_j e^(v_j u_j) over the {@code count} columns from
   * {@code from}, for all 2^count values of their bits, column {@code from} most significant.
   */
  void fillTable(double[] row, int from, int count, double scale, double[] table) {
    table[0] = scale;
    for (int j = 0; j < count; j++) {
      // columns from the last to the first, so that the first ends up most significant
      double low = factor(row[from + count - 1 - j], false);
      double high = factor(row[from + count - 1 - j], true);
      int size = 1 << j;
      for (int i = 0; i < size; i++) {
        table[size + i] = table[i] * high;
        table[i] *= low;
      }
    }
  }

  /** Π_j e^(v_j u_j) over the first {@code count} columns, for the bits of {@code value}. */
  double product(double[] row, int count, int value) {
    double product = 1;
    for (int j = 0; j < count; j++) {
      product *= factor(row[j], (value >>> (count - 1 - j) & 1) != 0);
    }
    return product;
  }
}

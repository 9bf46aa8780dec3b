package io.qhyper.bnn;

/**
 * Sums of ln(1 + e^z) for all 2^M values of the weight bits (simulation notes, section 2).
 *
 * <p>An index is top bits · middle bits · low bits. For each row e^z = E·F, where F is one of the
 * 2^low table entries of the low bits and E belongs to the others; a task has fixed top bits and
 * holds the running products of all its 2^(middle+low) indices. Each product meets the rows in the
 * same order whatever the tasks.
 */
final class SoftplusGrid {
  private static final int LOW_BITS = 8;
  private static final int MIDDLE_BITS = 5;

  private final SoftplusChunks chunks;
  private final int low;
  private final int middle;
  private final int top;

  SoftplusGrid(SoftplusChunks chunks, int bits) {
    this.chunks = chunks;
    this.low = Math.min(LOW_BITS, bits);
    this.middle = Math.min(MIDDLE_BITS, bits - low);
    this.top = bits - low - middle;
  }

  int tasks() {
    return 1 << top;
  }

  /** Number of consecutive indices that a task covers. */
  int taskSize() {
    return 1 << (middle + low);
  }

  /** The sums of the indices from {@code task·taskSize()} on. */
  double[] sums(int task) {
    int lows = 1 << low;
    double[] sums = new double[taskSize()];
    ScaledProducts[] products = new ScaledProducts[1 << middle];
    for (int m = 0; m < products.length; m++) {
      products[m] = new ScaledProducts(lows);
    }
    double[][] high = new double[SoftplusChunks.MOST_ROWS][1 << middle];
    double[][] tables = new double[SoftplusChunks.MOST_ROWS][lows];
    for (SoftplusChunks.Chunk chunk : chunks.chunks()) {
      int rows = chunk.rows().size();
      for (int r = 0; r < rows; r++) {
        double[] row = chunk.rows().get(r);
        chunks.fillTable(row, top, middle, chunks.product(row, top, task), high[r]);
        chunks.fillTable(row, top + middle, low, 1, tables[r]);
      }
      for (int m = 0; m < products.length; m++) {
        multiply(products[m].values, tables, high, m, rows);
        products[m].rescale();
        if (chunk.last()) {
          products[m].drain(chunk.weight(), sums, m * lows);
        }
      }
    }
    return sums;
  }

  private static void multiply(
      double[] products, double[][] tables, double[][] high, int m, int rows) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      multiplyFour(
          products,
          tables[r],
          tables[r + 1],
          tables[r + 2],
          tables[r + 3],
          high[r][m],
          high[r + 1][m],
          high[r + 2][m],
          high[r + 3][m]);
    }
    for (; r < rows; r++) {
      multiplyOne(products, tables[r], high[r][m]);
    }
  }

  /** Four rows at once: the loop that takes the time, and that the JIT turns into vector code. */
  private static void multiplyFour(
      double[] products,
      double[] f0,
      double[] f1,
      double[] f2,
      double[] f3,
      double e0,
      double e1,
      double e2,
      double e3) {
    for (int i = 0; i < products.length; i++) {
      double first = (1 + e0 * f0[i]) * (1 + e1 * f1[i]);
      double second = (1 + e2 * f2[i]) * (1 + e3 * f3[i]);
      products[i] *= first * second;
    }
  }

  private static void multiplyOne(double[] products, double[] f, double e) {
    for (int i = 0; i < products.length; i++) {
      products[i] *= 1 + e * f[i];
    }
  }
}

package io.qhyper.sim.fused;

/**
 * Lets entry positions and row positions of a block change places: a transposition, from the rows
 * of the block to spare rows, which take their place.
 */
final class Trader {
  /** Rows that are read side by side, so that a written row gets as many entries at once. */
  private static final int TOGETHER = 8;

  private final int entries;
  private double[][] spare;

  Trader(Shape shape) {
    this.entries = shape.entries();
    this.spare = new double[shape.blockRows()][shape.entries()];
  }

  void trade(Stage.Trade trade, double[][] rows) {
    int[] entrySpread = Bits.spread(trade.entryPositions());
    int[] rowSpread = Bits.spread(trade.rowPositions());
    int entryMask = entrySpread[entrySpread.length - 1];
    int rowMask = rowSpread[rowSpread.length - 1];
    for (int row = 0; row < rows.length; row = ((row | rowMask) + 1) & ~rowMask) {
      if (rowSpread.length >= TOGETHER) {
        together(rows, row, rowSpread, entrySpread, entryMask);
      } else {
        oneByOne(rows, row, rowSpread, entrySpread, entryMask);
      }
    }
    for (int row = 0; row < rows.length; row++) {
      double[] old = rows[row];
      rows[row] = spare[row];
      spare[row] = old;
    }
  }

  private void oneByOne(
      double[][] rows, int row, int[] rowSpread, int[] entrySpread, int entryMask) {
    for (int u = 0; u < rowSpread.length; u++) {
      double[] from = rows[row | rowSpread[u]];
      for (int v = 0; v < rowSpread.length; v++) {
        double[] to = spare[row | rowSpread[v]];
        for (int e = 0; e < entries; e = ((e | entryMask) + 1) & ~entryMask) {
          to[e | entrySpread[u]] = from[e | entrySpread[v]];
        }
      }
    }
  }

  private void together(
      double[][] rows, int row, int[] rowSpread, int[] entrySpread, int entryMask) {
    for (int u = 0; u < rowSpread.length; u += TOGETHER) {
      final double[] from0 = rows[row | rowSpread[u]];
      final double[] from1 = rows[row | rowSpread[u + 1]];
      final double[] from2 = rows[row | rowSpread[u + 2]];
      final double[] from3 = rows[row | rowSpread[u + 3]];
      final double[] from4 = rows[row | rowSpread[u + 4]];
      final double[] from5 = rows[row | rowSpread[u + 5]];
      final double[] from6 = rows[row | rowSpread[u + 6]];
      final double[] from7 = rows[row | rowSpread[u + 7]];
      final int base = entrySpread[u];
      final int one = entrySpread[1];
      final int two = entrySpread[2];
      final int four = entrySpread[4];
      for (int e = 0; e < entries; e = ((e | entryMask) + 1) & ~entryMask) {
        for (int v = 0; v < rowSpread.length; v++) {
          final double[] to = spare[row | rowSpread[v]];
          final int i = e | entrySpread[v];
          final int o = e | base;
          to[o] = from0[i];
          to[o + one] = from1[i];
          to[o + two] = from2[i];
          to[o + one + two] = from3[i];
          to[o + four] = from4[i];
          to[o + one + four] = from5[i];
          to[o + two + four] = from6[i];
          to[o + one + two + four] = from7[i];
        }
      }
    }
  }
}

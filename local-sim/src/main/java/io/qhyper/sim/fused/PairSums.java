package io.qhyper.sim.fused;

/**
 * Sums over the entries of rows of a bra and a ket: for rows a and b Im(bra*·ket) of each, and
 * bra_a*·ket_b − bra_b·ket_a*.
 *
 * <p>Kept entry by entry, since a sum that runs through a loop does not become vector instructions.
 */
final class PairSums {
  private final double[][] sums;
  private final double[] totals = new double[4];

  PairSums(Shape shape) {
    this.sums = new double[totals.length][shape.entries()];
  }

  /** Adds two rows. */
  void add(Block bra, Block ket, int a, int b) {
    addOne(bra, ket, a, 0);
    addOne(bra, ket, b, 1);
    difference(sums[2], bra.re[a], ket.re[b], bra.re[b], ket.re[a]);
    difference(sums[2], bra.im[a], ket.im[b], bra.im[b], ket.im[a]);
    difference(sums[3], bra.re[a], ket.im[b], bra.im[a], ket.re[b]);
    difference(sums[3], bra.re[b], ket.im[a], bra.im[b], ket.re[a]);
  }

  /** Adds Im(bra*·ket) of one row. */
  void addOne(Block bra, Block ket, int row, int to) {
    difference(sums[to], bra.re[row], ket.im[row], bra.im[row], ket.re[row]);
  }

  /** The sums over all entries; begins anew. */
  double[] take() {
    for (int k = 0; k < totals.length; k++) {
      double total = 0;
      for (int i = 0; i < sums[k].length; i++) {
        total += sums[k][i];
        sums[k][i] = 0;
      }
      totals[k] = total;
    }
    return totals;
  }

  /** sum[i] += a[i]·b[i] − c[i]·d[i]. */
  private static void difference(double[] sum, double[] a, double[] b, double[] c, double[] d) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i] + a[i] * b[i] - c[i] * d[i];
    }
  }
}

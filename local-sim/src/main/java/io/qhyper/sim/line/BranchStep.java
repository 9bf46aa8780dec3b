package io.qhyper.sim.line;

/**
 * One side of a gate across the cut: vector A becomes two, P₀A at the same place and P₁A as many
 * places on as there were vectors.
 *
 * <p>Back, the bra before is P₀†·bra₀ + P₁†·bra₁; the ket before is that of the same sum, since
 * P₀†P₀ + P₁†P₁ = I, or one of the two.
 */
abstract class BranchStep implements HalfStep {
  /** Makes P₀A in the arrays of A and P₁A in the others, which hold a copy of A. */
  abstract void branch(
      double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings);

  /** Makes the ket before in the arrays of P₀A. */
  abstract void join(
      double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings);

  /** Makes P₀†·bra₀ + P₁†·bra₁ in the arrays of bra₀; may spoil those of bra₁. */
  abstract void gather(
      double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings);

  /** Adds the derivative that one term contributes: the ket from before, the bras from after. */
  void addSlope(Family ket, Family bra, int term, Settings settings, Slopes slopes) {}

  @Override
  public final Family forward(Family family, Settings settings) {
    int terms = family.terms();
    double[][] re = new double[2 * terms][];
    double[][] im = new double[2 * terms][];
    for (int a = 0; a < terms; a++) {
      re[a] = family.re()[a];
      im[a] = family.im()[a];
      re[a + terms] = re[a].clone();
      im[a + terms] = im[a].clone();
      branch(re[a], im[a], re[a + terms], im[a + terms], settings);
    }
    return new Family(re, im);
  }

  @Override
  public final Sweep backward(Sweep after, Settings settings, Slopes slopes) {
    Family ket = after.ket();
    Family bra = after.bra();
    int terms = ket.terms() / 2;
    for (int a = 0; a < terms; a++) {
      int b = a + terms;
      join(ket.re()[a], ket.im()[a], ket.re()[b], ket.im()[b], settings);
      addSlope(ket, bra, a, settings, slopes);
      gather(bra.re()[a], bra.im()[a], bra.re()[b], bra.im()[b], settings);
    }
    return new Sweep(ket.first(terms), bra.first(terms));
  }

  static void add(double[] sum, double[] other) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
  }
}

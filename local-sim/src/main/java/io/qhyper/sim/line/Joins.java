package io.qhyper.sim.line;

/**
 * Products of the vectors of two families, one of which, at least, has a single term: term a of the
 * product at h·2^m + l is the term of the lower one at l times that of the upper one at h.
 */
final class Joins {
  private Joins() {}

  static Family product(Family low, Family high) {
    int terms = Math.max(low.terms(), high.terms());
    int size = low.size();
    Family product = Family.zero(terms, size * high.size());
    for (int a = 0; a < terms; a++) {
      double[] lowRe = low.re()[term(low, a)];
      double[] lowIm = low.im()[term(low, a)];
      double[] highRe = high.re()[term(high, a)];
      double[] highIm = high.im()[term(high, a)];
      for (int h = 0; h < highRe.length; h++) {
        set(product.re()[a], h * size, highRe[h], -highIm[h], lowRe, lowIm);
        set(product.im()[a], h * size, highIm[h], highRe[h], lowRe, lowIm);
      }
    }
    return product;
  }

  private static int term(Family family, int a) {
    return family.terms() == 1 ? 0 : a;
  }

  /** out[at + i] = x·v[i] + y·w[i]. */
  private static void set(double[] out, int at, double x, double y, double[] v, double[] w) {
    for (int i = 0; i < v.length; i++) {
      out[at + i] = x * v[i] + y * w[i];
    }
  }

  /**
   * What the bra of a product makes of its lower factor: with ψ = A·B, ∂E/∂A* = Σ B*·∂E/∂ψ* over
   * the upper half.
   */
  static Family lowBra(Family bra, Family low, Family high) {
    int size = low.size();
    Family sum = Family.zero(low.terms(), size);
    for (int a = 0; a < bra.terms(); a++) {
      double[] sumRe = sum.re()[term(low, a)];
      double[] sumIm = sum.im()[term(low, a)];
      double[] highRe = high.re()[term(high, a)];
      double[] highIm = high.im()[term(high, a)];
      for (int h = 0; h < highRe.length; h++) {
        add(sumRe, highRe[h], highIm[h], bra.re()[a], bra.im()[a], h * size);
        add(sumIm, -highIm[h], highRe[h], bra.re()[a], bra.im()[a], h * size);
      }
    }
    return sum;
  }

  /** sum[i] += x·v[at + i] + y·w[at + i]. */
  private static void add(double[] sum, double x, double y, double[] v, double[] w, int at) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += x * v[at + i] + y * w[at + i];
    }
  }

  /** Likewise of its upper factor. */
  static Family highBra(Family bra, Family low, Family high) {
    int size = low.size();
    Family sum = Family.zero(high.terms(), high.size());
    for (int a = 0; a < bra.terms(); a++) {
      double[] lowRe = low.re()[term(low, a)];
      double[] lowIm = low.im()[term(low, a)];
      double[] braRe = bra.re()[a];
      double[] braIm = bra.im()[a];
      int to = term(high, a);
      for (int h = 0; h < high.size(); h++) {
        int at = h * size;
        sum.re()[to][h] += RowKernels.dot(braRe, at, lowRe) + RowKernels.dot(braIm, at, lowIm);
        sum.im()[to][h] += RowKernels.dot(braIm, at, lowRe) - RowKernels.dot(braRe, at, lowIm);
      }
    }
    return sum;
  }
}

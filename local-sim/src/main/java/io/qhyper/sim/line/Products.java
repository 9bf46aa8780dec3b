package io.qhyper.sim.line;

/**
 * The products of a family's terms that probabilities are made of: with ψ[h,l] = Σ_a A_a[h]·B_a[l],
 * |ψ|² = Σ_k V_k[h]·W_k[l] over D² real vectors.
 *
 * <p>First |A_a|² for each a; then, for each pair a &lt; b, 2·Re(A_a·B…) in the order of the loops
 * below: V has 2·Re(A_a·A_b*) and −2·Im(A_a·A_b*), W has Re(B_a·B_b*) and Im(B_a·B_b*).
 */
final class Products {
  private Products() {}

  /** V of the upper half. */
  static double[][] high(Family family) {
    return of(family, 2, -2);
  }

  /** W of the lower half. */
  static double[][] low(Family family) {
    return of(family, 1, 1);
  }

  private static double[][] of(Family family, double realFactor, double imaginaryFactor) {
    int terms = family.terms();
    double[][] products = new double[terms * terms][family.size()];
    for (int a = 0; a < terms; a++) {
      square(family.re()[a], family.im()[a], products[a]);
    }
    int k = terms;
    for (int a = 0; a < terms; a++) {
      for (int b = a + 1; b < terms; b++) {
        real(family, a, b, realFactor, products[k++]);
        imaginary(family, a, b, imaginaryFactor, products[k++]);
      }
    }
    return products;
  }

  private static void square(double[] re, double[] im, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = re[i] * re[i] + im[i] * im[i];
    }
  }

  private static void real(Family family, int a, int b, double factor, double[] out) {
    double[] aRe = family.re()[a];
    double[] aIm = family.im()[a];
    double[] bRe = family.re()[b];
    double[] bIm = family.im()[b];
    for (int i = 0; i < out.length; i++) {
      out[i] = factor * (aRe[i] * bRe[i] + aIm[i] * bIm[i]);
    }
  }

  private static void imaginary(Family family, int a, int b, double factor, double[] out) {
    double[] aRe = family.re()[a];
    double[] aIm = family.im()[a];
    double[] bRe = family.re()[b];
    double[] bIm = family.im()[b];
    for (int i = 0; i < out.length; i++) {
      out[i] = factor * (aIm[i] * bRe[i] - aRe[i] * bIm[i]);
    }
  }

  /** Sums entries that fall together. */
  static double[][] fold(double[][] products, int[] fold, int size) {
    if (size == fold.length && isIdentity(fold)) {
      return products;
    }
    double[][] folded = new double[products.length][size];
    for (int k = 0; k < products.length; k++) {
      for (int i = 0; i < fold.length; i++) {
        folded[k][fold[i]] += products[k][i];
      }
    }
    return folded;
  }

  private static boolean isIdentity(int[] fold) {
    for (int i = 0; i < fold.length; i++) {
      if (fold[i] != i) {
        return false;
      }
    }
    return true;
  }

  /**
   * From the derivatives of a mean by the products to its bra: ∂E/∂A_a* for each term.
   *
   * @param slopes ∂E/∂(product k) for each place of {@code fold}
   * @param realFactor as the products were made with
   * @param imaginaryFactor likewise
   */
  private static Family bra(
      Family family, double[][] slopes, int[] fold, double realFactor, double imaginaryFactor) {
    int terms = family.terms();
    Family bra = Family.zero(terms, family.size());
    for (int a = 0; a < terms; a++) {
      addBra(family, a, bra, a, slopes[a], slopes[a], fold, 1, 0);
    }
    int k = terms;
    for (int a = 0; a < terms; a++) {
      for (int b = a + 1; b < terms; b++) {
        double re = realFactor / 2;
        double im = imaginaryFactor / 2;
        addBra(family, b, bra, a, slopes[k], slopes[k + 1], fold, re, im);
        addBra(family, a, bra, b, slopes[k], slopes[k + 1], fold, re, -im);
        k += 2;
      }
    }
    return bra;
  }

  /** bra_to += (real·x + i·imaginary·y)·family_from. */
  private static void addBra(
      Family family,
      int from,
      Family bra,
      int to,
      double[] x,
      double[] y,
      int[] fold,
      double real,
      double imaginary) {
    double[] re = family.re()[from];
    double[] im = family.im()[from];
    double[] sumRe = bra.re()[to];
    double[] sumIm = bra.im()[to];
    for (int i = 0; i < re.length; i++) {
      double c = real * x[fold[i]];
      double s = imaginary * y[fold[i]];
      sumRe[i] += c * re[i] - s * im[i];
      sumIm[i] += c * im[i] + s * re[i];
    }
  }

  static Family highBra(Family family, double[][] slopes, int[] fold) {
    return bra(family, slopes, fold, 2, -2);
  }

  static Family lowBra(Family family, double[][] slopes, int[] fold) {
    return bra(family, slopes, fold, 1, 1);
  }
}

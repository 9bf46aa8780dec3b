package io.qhyper.sim.line;

import java.util.Arrays;

/** A state as two families, ψ[h,l] = Σ_a A_a[h]·B_a[l]; for many threads at once. */
public final class Factors {
  /** Up to so many terms the D² products of the bilinear form cost less than the amplitudes. */
  private static final int BILINEAR_TERMS = 2;

  /** Likewise where each sample looks at a row of products. */
  private static final int BILINEAR_SAMPLER_TERMS = 4;

  private final Family low;
  private final Family high;

  Factors(Family low, Family high) {
    this.low = low;
    this.high = high;
  }

  Family low() {
    return low;
  }

  Family high() {
    return high;
  }

  /** The amplitudes of one h for all l. */
  void amplitudes(int h, double[] re, double[] im) {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    double[][] hRe = high.re();
    double[][] hIm = high.im();
    double[][] lRe = low.re();
    double[][] lIm = low.im();
    int a = 0;
    for (; a + 1 < lRe.length; a += 2) {
      RowKernels.addProducts(
          re,
          im,
          hRe[a][h],
          hIm[a][h],
          lRe[a],
          lIm[a],
          hRe[a + 1][h],
          hIm[a + 1][h],
          lRe[a + 1],
          lIm[a + 1]);
    }
    for (; a < lRe.length; a++) {
      RowKernels.addProduct(re, im, hRe[a][h], hIm[a][h], lRe[a], lIm[a]);
    }
  }

  /**
   * Writes the probability of every value of a register to its place of a table.
   *
   * @param table holds 0 at first
   */
  public void addProbabilities(double[] table, RegisterMap map) {
    form(map).addProbabilities(table);
  }

  /** Σ p·loss over the values of a register. */
  public double mean(double[] loss, RegisterMap map) {
    return form(map).mean(loss);
  }

  CutForm form(RegisterMap map) {
    return low.terms() <= BILINEAR_TERMS
        ? new BilinearForm(this, map)
        : new AmplitudeForm(this, map);
  }

  /** A way to draw basis states; the factors must not change while it is in use. */
  public FactorSampler sampler() {
    return low.terms() <= BILINEAR_SAMPLER_TERMS
        ? new BilinearSampler(this)
        : new AmplitudeRowSampler(this);
  }
}

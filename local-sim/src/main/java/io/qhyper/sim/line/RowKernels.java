package io.qhyper.sim.line;

/**
 * Loops over rows of tables: few distinct arrays each and no sum that runs through a loop, so that
 * the compiler makes vector instructions of them.
 */
final class RowKernels {
  private RowKernels() {}

  /** out[i] = v·w[i]. */
  static void set1(double[] out, double v, double[] w) {
    for (int i = 0; i < w.length; i++) {
      out[i] = v * w[i];
    }
  }

  /**
   * out[i] = |Σ_k v_k·w_k[i]|: rounding may leave a sum of 0 below it.
   *
   * <p>Into a row of its own: with a place to begin at, the compiler makes no vector instructions
   * of four products, which takes twice as long as this and a copy.
   */
  static void setPositive4(
      double[] out,
      double v0,
      double v1,
      double v2,
      double v3,
      double[] w0,
      double[] w1,
      double[] w2,
      double[] w3) {
    for (int i = 0; i < w0.length; i++) {
      out[i] = Math.abs(v0 * w0[i] + v1 * w1[i] + (v2 * w2[i] + v3 * w3[i]));
    }
  }

  /** out[at + i] += Σ_k v_k·w_k[i]. */
  static void add4(
      double[] out,
      int at,
      double v0,
      double v1,
      double v2,
      double v3,
      double[] w0,
      double[] w1,
      double[] w2,
      double[] w3) {
    for (int i = 0; i < w0.length; i++) {
      out[at + i] += v0 * w0[i] + v1 * w1[i] + (v2 * w2[i] + v3 * w3[i]);
    }
  }

  /** re[i] += a·b[i], im likewise, for complex a and b. */
  static void addProduct(
      double[] re, double[] im, double aRe, double aIm, double[] bRe, double[] bIm) {
    for (int i = 0; i < re.length; i++) {
      re[i] += aRe * bRe[i] - aIm * bIm[i];
      im[i] += aRe * bIm[i] + aIm * bRe[i];
    }
  }

  /** re[i] += a·b[i] + c·d[i], im likewise, for complex a, b, c and d. */
  static void addProducts(
      double[] re,
      double[] im,
      double aRe,
      double aIm,
      double[] bRe,
      double[] bIm,
      double cRe,
      double cIm,
      double[] dRe,
      double[] dIm) {
    add4(re, 0, aRe, -aIm, cRe, -cIm, bRe, bIm, dRe, dIm);
    add4(im, 0, aIm, aRe, cIm, cRe, bRe, bIm, dRe, dIm);
  }

  /** out[at + i] = |re[i] + i·im[i]|². */
  static void squares(double[] re, double[] im, double[] out, int at) {
    for (int i = 0; i < re.length; i++) {
      out[at + i] = re[i] * re[i] + im[i] * im[i];
    }
  }

  /** Multiplies re[i] and im[i] by c[at + i]. */
  static void weigh(double[] re, double[] im, double[] c, int at) {
    for (int i = 0; i < re.length; i++) {
      re[i] *= c[at + i];
    }
    for (int i = 0; i < im.length; i++) {
      im[i] *= c[at + i];
    }
  }

  /** out_{a+k}[place] = Σ_i c[i]·v_k[i]* for two complex v, k = 0, 1. */
  static void dotConjugates(
      double[] re,
      double[] im,
      double[] vRe0,
      double[] vIm0,
      double[] vRe1,
      double[] vIm1,
      double[][] outRe,
      double[][] outIm,
      int a,
      int place) {
    double even0 = 0;
    double even1 = 0;
    double odd0 = 0;
    double odd1 = 0;
    double cross0 = 0;
    double cross1 = 0;
    double back0 = 0;
    double back1 = 0;
    for (int i = 0; i < re.length; i++) {
      final double x = re[i];
      final double y = im[i];
      even0 += x * vRe0[i];
      odd0 += y * vIm0[i];
      cross0 += y * vRe0[i];
      back0 += x * vIm0[i];
      even1 += x * vRe1[i];
      odd1 += y * vIm1[i];
      cross1 += y * vRe1[i];
      back1 += x * vIm1[i];
    }
    outRe[a][place] = even0 + odd0;
    outIm[a][place] = cross0 - back0;
    outRe[a + 1][place] = even1 + odd1;
    outIm[a + 1][place] = cross1 - back1;
  }

  /** sum[i] += v·c[at + i]. */
  static void spread1(double[] c, int at, double v, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += v * c[at + i];
    }
  }

  /** sum_k[i] += v_k·c[at + i]. */
  static void spread4(
      double[] c,
      int at,
      double v0,
      double v1,
      double v2,
      double v3,
      double[] sum0,
      double[] sum1,
      double[] sum2,
      double[] sum3) {
    for (int i = 0; i < sum0.length; i++) {
      final double value = c[at + i];
      sum0[i] += v0 * value;
      sum1[i] += v1 * value;
      sum2[i] += v2 * value;
      sum3[i] += v3 * value;
    }
  }

  /** Σ_i v[i]·w[i]. */
  static double dot(double[] v, double[] w) {
    return dot(v, 0, w);
  }

  /** Σ_i c[at + i]·w[i]; four sums at a time, as one would wait for each addition. */
  static double dot(double[] c, int at, double[] w) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < w.length; i += 4) {
      sum0 += c[at + i] * w[i];
      sum1 += c[at + i + 1] * w[i + 1];
      sum2 += c[at + i + 2] * w[i + 2];
      sum3 += c[at + i + 3] * w[i + 3];
    }
    for (; i < w.length; i++) {
      sum0 += c[at + i] * w[i];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  /** out[k] = Σ_i c[at + i]·w_k[i]. */
  static void dot4(
      double[] c,
      int at,
      double[] w0,
      double[] w1,
      double[] w2,
      double[] w3,
      double[] out,
      int outAt) {
    double even0 = 0;
    double even1 = 0;
    double even2 = 0;
    double even3 = 0;
    double odd0 = 0;
    double odd1 = 0;
    double odd2 = 0;
    double odd3 = 0;
    int i = 0;
    for (; i + 1 < w0.length; i += 2) {
      final double even = c[at + i];
      even0 += even * w0[i];
      even1 += even * w1[i];
      even2 += even * w2[i];
      even3 += even * w3[i];
      final double odd = c[at + i + 1];
      odd0 += odd * w0[i + 1];
      odd1 += odd * w1[i + 1];
      odd2 += odd * w2[i + 1];
      odd3 += odd * w3[i + 1];
    }
    if (i < w0.length) {
      even0 += c[at + i] * w0[i];
      even1 += c[at + i] * w1[i];
      even2 += c[at + i] * w2[i];
      even3 += c[at + i] * w3[i];
    }
    out[outAt] = even0 + odd0;
    out[outAt + 1] = even1 + odd1;
    out[outAt + 2] = even2 + odd2;
    out[outAt + 3] = even3 + odd3;
  }
}

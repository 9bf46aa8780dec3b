package io.qhyper.sim.fused;

/**
 * The loops over rows.
 *
 * <p>Each takes whole arrays, distinct ones, at the same index, and writes two of them: the form
 * that HotSpot's compiler turns into vector instructions. Two sums of the same form in one loop, as
 * in a·x + b·y and c·x + d·y, defeat it (JDK 17); hence the signs.
 */
final class RowKernels {
  private RowKernels() {}

  /** (a, b) becomes the real matrix ((m00, m01), (m10, m11)) times (a, b), in place. */
  static void real(double[] a, double[] b, double m00, double m01, double m10, double m11) {
    final double minus01 = -m01;
    for (int i = 0; i < a.length; i++) {
      final double x = a[i];
      final double y = b[i];
      a[i] = m00 * x - minus01 * y;
      b[i] = m11 * y + m10 * x;
    }
  }

  /**
   * Puts r0·x + r1·y, complex, into another row.
   *
   * @param m the numbers r0 and r1, real and imaginary parts in turn, from index {@code k} on
   */
  static void sum(
      double[] re,
      double[] im,
      double[] xRe,
      double[] xIm,
      double[] yRe,
      double[] yIm,
      double[] m,
      int k) {
    final double a = m[k];
    final double b = m[k + 1];
    final double c = m[k + 2];
    final double d = m[k + 3];
    for (int i = 0; i < re.length; i++) {
      final double xr = xRe[i];
      final double xi = xIm[i];
      final double yr = yRe[i];
      final double yi = yIm[i];
      re[i] = a * xr - b * xi + c * yr - d * yi;
      im[i] = a * xi + b * xr + c * yi + d * yr;
    }
  }

  /** Multiplies a row by c + is. */
  static void phase(double[] re, double[] im, double c, double s) {
    for (int i = 0; i < re.length; i++) {
      final double x = re[i];
      final double y = im[i];
      re[i] = c * x - s * y;
      im[i] = c * y + s * x;
    }
  }

  /** Adds c + is times a row of real and imaginary parts x and y to another row. */
  static void addMultiple(double[] re, double[] im, double[] x, double[] y, double c, double s) {
    for (int i = 0; i < re.length; i++) {
      re[i] += c * x[i] - s * y[i];
      im[i] += c * y[i] + s * x[i];
    }
  }

  /** Puts c + is times a row of real and imaginary parts x and y into another row. */
  static void multiple(double[] re, double[] im, double[] x, double[] y, double c, double s) {
    for (int i = 0; i < re.length; i++) {
      re[i] = c * x[i] - s * y[i];
      im[i] = c * y[i] + s * x[i];
    }
  }
}

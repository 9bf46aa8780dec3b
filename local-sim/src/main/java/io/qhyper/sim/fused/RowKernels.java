package io.qhyper.sim.fused;

/**
 * The loops over rows, in place.
 *
 * <p>Each takes whole arrays, distinct ones, at the same index: the form that HotSpot's compiler
 * turns into vector instructions. At most four arrays a loop; more and it gives up.
 */
final class RowKernels {
  private RowKernels() {}

  /** (a, b) becomes the real matrix ((m00, m01), (m10, m11)) times (a, b). */
  static void real(double[] a, double[] b, double m00, double m01, double m10, double m11) {
    for (int i = 0; i < a.length; i++) {
      final double x = a[i];
      final double y = b[i];
      a[i] = m00 * x + m01 * y;
      b[i] = m10 * x + m11 * y;
    }
  }

  /** (a, b), real and imaginary parts, becomes the complex matrix m times (a, b). */
  static void complex(double[] aRe, double[] aIm, double[] bRe, double[] bIm, double[] m) {
    final double r00 = m[0];
    final double i00 = m[1];
    final double r01 = m[2];
    final double i01 = m[3];
    final double r10 = m[4];
    final double i10 = m[5];
    final double r11 = m[6];
    final double i11 = m[7];
    for (int i = 0; i < aRe.length; i++) {
      final double xr = aRe[i];
      final double xi = aIm[i];
      final double yr = bRe[i];
      final double yi = bIm[i];
      aRe[i] = r00 * xr - i00 * xi + r01 * yr - i01 * yi;
      aIm[i] = r00 * xi + i00 * xr + r01 * yi + i01 * yr;
      bRe[i] = r10 * xr - i10 * xi + r11 * yr - i11 * yi;
      bIm[i] = r10 * xi + i10 * xr + r11 * yi + i11 * yr;
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

  /** Puts c + is times a row of real and imaginary parts x and y into another row. */
  static void multiple(double[] re, double[] im, double[] x, double[] y, double c, double s) {
    for (int i = 0; i < re.length; i++) {
      re[i] = c * x[i] - s * y[i];
      im[i] = c * y[i] + s * x[i];
    }
  }
}

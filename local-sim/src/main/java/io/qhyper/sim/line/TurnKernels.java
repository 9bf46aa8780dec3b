package io.qhyper.sim.line;

/**
 * Turns one qubit of a vector, in place, without allocation.
 *
 * <p>Long runs of neighbours have a loop of their own: the compiler unrolls it and drops the bounds
 * checks.
 */
final class TurnKernels {
  private static final int LONG_RUN = 8;

  private TurnKernels() {}

  /** Applies the turn at {@code slot} of the settings to the qubit of the given stride. */
  static void apply(double[] re, double[] im, int stride, double[] turns, int slot) {
    final int at = slot * Settings.TURN;
    final double r00 = turns[at];
    final double r01 = turns[at + 1];
    final double r10 = turns[at + 2];
    final double r11 = turns[at + 3];
    final double i00 = turns[at + 4];
    final double i01 = turns[at + 5];
    final double i10 = turns[at + 6];
    final double i11 = turns[at + 7];
    if (i00 == 0 && i01 == 0 && i10 == 0 && i11 == 0) {
      real(re, stride, r00, r01, r10, r11);
      real(im, stride, r00, r01, r10, r11);
    } else {
      complex(re, im, stride, r00, r01, r10, r11, i00, i01, i10, i11);
    }
  }

  /** Undoes the turn at {@code slot}. */
  static void undo(double[] re, double[] im, int stride, double[] turns, int slot) {
    final int at = slot * Settings.TURN;
    final double r00 = turns[at];
    final double r01 = turns[at + 2];
    final double r10 = turns[at + 1];
    final double r11 = turns[at + 3];
    final double i00 = -turns[at + 4];
    final double i01 = -turns[at + 6];
    final double i10 = -turns[at + 5];
    final double i11 = -turns[at + 7];
    if (i00 == 0 && i01 == 0 && i10 == 0 && i11 == 0) {
      real(re, stride, r00, r01, r10, r11);
      real(im, stride, r00, r01, r10, r11);
    } else {
      complex(re, im, stride, r00, r01, r10, r11, i00, i01, i10, i11);
    }
  }

  private static void real(double[] v, int stride, double r00, double r01, double r10, double r11) {
    if (stride >= LONG_RUN) {
      for (int block = 0; block < v.length; block += 2 * stride) {
        for (int i = block; i < block + stride; i++) {
          final double v0 = v[i];
          final double v1 = v[i + stride];
          v[i] = r00 * v0 + r01 * v1;
          v[i + stride] = r10 * v0 + r11 * v1;
        }
      }
      return;
    }
    final int low = stride - 1;
    for (int k = 0; k < v.length >> 1; k++) {
      final int i = ((k & ~low) << 1) | (k & low);
      final double v0 = v[i];
      final double v1 = v[i + stride];
      v[i] = r00 * v0 + r01 * v1;
      v[i + stride] = r10 * v0 + r11 * v1;
    }
  }

  private static void complex(
      double[] re,
      double[] im,
      int stride,
      double r00,
      double r01,
      double r10,
      double r11,
      double i00,
      double i01,
      double i10,
      double i11) {
    if (stride >= LONG_RUN) {
      for (int block = 0; block < re.length; block += 2 * stride) {
        for (int i = block; i < block + stride; i++) {
          final double re0 = re[i];
          final double re1 = re[i + stride];
          final double im0 = im[i];
          final double im1 = im[i + stride];
          re[i] = r00 * re0 - i00 * im0 + (r01 * re1 - i01 * im1);
          im[i] = r00 * im0 + i00 * re0 + (r01 * im1 + i01 * re1);
          re[i + stride] = r10 * re0 - i10 * im0 + (r11 * re1 - i11 * im1);
          im[i + stride] = r10 * im0 + i10 * re0 + (r11 * im1 + i11 * re1);
        }
      }
      return;
    }
    final int low = stride - 1;
    for (int k = 0; k < re.length >> 1; k++) {
      final int i = ((k & ~low) << 1) | (k & low);
      final double re0 = re[i];
      final double re1 = re[i + stride];
      final double im0 = im[i];
      final double im1 = im[i + stride];
      re[i] = r00 * re0 - i00 * im0 + (r01 * re1 - i01 * im1);
      im[i] = r00 * im0 + i00 * re0 + (r01 * im1 + i01 * re1);
      re[i + stride] = r10 * re0 - i10 * im0 + (r11 * re1 - i11 * im1);
      im[i + stride] = r10 * im0 + i10 * re0 + (r11 * im1 + i11 * re1);
    }
  }

  /**
   * Adds Im⟨bra|σ|ket⟩ for σ = X, Y, Z on the qubit to three entries of {@code slopes}.
   *
   * @param at where the entries begin
   */
  static void addSlopes(
      double[] braRe,
      double[] braIm,
      double[] ketRe,
      double[] ketIm,
      int stride,
      double[] slopes,
      int at) {
    double x0 = 0;
    double x1 = 0;
    double y0 = 0;
    double y1 = 0;
    double z0 = 0;
    double z1 = 0;
    final int low = stride - 1;
    for (int k = 0; k < ketRe.length >> 1; k++) {
      final int i = ((k & ~low) << 1) | (k & low);
      final int j = i + stride;
      final double p0 = braRe[i];
      final double p1 = braRe[j];
      final double q0 = braIm[i];
      final double q1 = braIm[j];
      final double r0 = ketRe[i];
      final double r1 = ketRe[j];
      final double s0 = ketIm[i];
      final double s1 = ketIm[j];
      x0 += p0 * s1 - q0 * r1;
      x1 += p1 * s0 - q1 * r0;
      y0 += p0 * r1 + q0 * s1;
      y1 += p1 * r0 + q1 * s0;
      z0 += p0 * s0 - q0 * r0;
      z1 += p1 * s1 - q1 * r1;
    }
    slopes[at] += x0 + x1;
    slopes[at + 1] += y1 - y0;
    slopes[at + 2] += z0 - z1;
  }
}

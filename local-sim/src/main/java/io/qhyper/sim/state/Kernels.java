package io.qhyper.sim.state;

/**
 * The loops over amplitudes, in place, without allocation.
 *
 * <p>All share one way of walking. {@code fixed} is the mask of the qubits that a gate names,
 * controls and targets. The walk visits every basis index {@code base} whose fixed bits are 0, in
 * ascending runs of consecutive indices up to the lowest fixed bit; offsets say which fixed bits to
 * set: {@code base + a} is an index that the gate reads and writes. With no fixed bit there is one
 * run over everything. A loop touches 2^n / 2^(fixed bits) indices per offset.
 */
final class Kernels {
  private Kernels() {}

  /** Number of consecutive indices whose fixed bits agree. */
  static int run(double[] re, int fixed) {
    return fixed == 0 ? re.length : Integer.lowestOneBit(fixed);
  }

  /** The next run: adds one in the bits from {@code run} upwards that are not fixed. */
  static int next(int base, int fixed, int run) {
    return ((base | fixed) + run) & ~fixed;
  }

  /** Swaps the amplitudes at offsets {@code a} and {@code b}: X, SWAP and their controlled kin. */
  static void exchange(double[] re, double[] im, int fixed, int a, int b) {
    final int run = run(re, fixed);
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base; i < base + run; i++) {
        final double re0 = re[i + a];
        final double im0 = im[i + a];
        re[i + a] = re[i + b];
        im[i + a] = im[i + b];
        re[i + b] = re0;
        im[i + b] = im0;
      }
    }
  }

  /** Multiplies the amplitudes at an offset by the number {@code c + is}. */
  static void phase(double[] re, double[] im, int fixed, int a, double c, double s) {
    final int run = run(re, fixed);
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base + a; i < base + a + run; i++) {
        final double re0 = re[i];
        final double im0 = im[i];
        re[i] = c * re0 - s * im0;
        im[i] = c * im0 + s * re0;
      }
    }
  }

  /** Multiplies the amplitudes at an offset by a real factor. */
  static void scale(double[] re, double[] im, int fixed, int a, double factor) {
    final int run = run(re, fixed);
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base + a; i < base + a + run; i++) {
        re[i] *= factor;
        im[i] *= factor;
      }
    }
  }

  /** Applies the real matrix {@code m}, row by row, to the pairs at offsets a and b: RY, H. */
  static void real(double[] re, double[] im, int fixed, int a, int b, double[] m) {
    final int run = run(re, fixed);
    final double m00 = m[0];
    final double m01 = m[1];
    final double m10 = m[2];
    final double m11 = m[3];
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base; i < base + run; i++) {
        final double re0 = re[i + a];
        final double re1 = re[i + b];
        final double im0 = im[i + a];
        final double im1 = im[i + b];
        re[i + a] = m00 * re0 + m01 * re1;
        re[i + b] = m10 * re0 + m11 * re1;
        im[i + a] = m00 * im0 + m01 * im1;
        im[i + b] = m10 * im0 + m11 * im1;
      }
    }
  }

  /** Applies the complex matrix {@code mRe + i·mIm} to the pairs at offsets a and b. */
  static void dense(double[] re, double[] im, int fixed, int a, int b, double[] mRe, double[] mIm) {
    final int run = run(re, fixed);
    final double r00 = mRe[0];
    final double r01 = mRe[1];
    final double r10 = mRe[2];
    final double r11 = mRe[3];
    final double i00 = mIm[0];
    final double i01 = mIm[1];
    final double i10 = mIm[2];
    final double i11 = mIm[3];
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base; i < base + run; i++) {
        final double re0 = re[i + a];
        final double re1 = re[i + b];
        final double im0 = im[i + a];
        final double im1 = im[i + b];
        re[i + a] = r00 * re0 - i00 * im0 + r01 * re1 - i01 * im1;
        im[i + a] = r00 * im0 + i00 * re0 + r01 * im1 + i01 * re1;
        re[i + b] = r10 * re0 - i10 * im0 + r11 * re1 - i11 * im1;
        im[i + b] = r10 * im0 + i10 * re0 + r11 * im1 + i11 * re1;
      }
    }
  }

  /** Applies a complex 4×4 matrix, row by row, to the quadruples at four offsets. */
  static void dense4(
      double[] re, double[] im, int fixed, int[] offsets, double[] mRe, double[] mIm) {
    final int run = run(re, fixed);
    final double[] oldRe = new double[4];
    final double[] oldIm = new double[4];
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base; i < base + run; i++) {
        for (int k = 0; k < 4; k++) {
          oldRe[k] = re[i + offsets[k]];
          oldIm[k] = im[i + offsets[k]];
        }
        for (int row = 0; row < 4; row++) {
          double sumRe = 0;
          double sumIm = 0;
          for (int k = 0; k < 4; k++) {
            sumRe += mRe[4 * row + k] * oldRe[k] - mIm[4 * row + k] * oldIm[k];
            sumIm += mRe[4 * row + k] * oldIm[k] + mIm[4 * row + k] * oldRe[k];
          }
          re[i + offsets[row]] = sumRe;
          im[i + offsets[row]] = sumIm;
        }
      }
    }
  }

  /** Applies a complex matrix of any size, row by row, to the amplitudes at as many offsets. */
  static void denseMany(
      double[] re, double[] im, int fixed, int[] offsets, double[] mRe, double[] mIm) {
    final int n = offsets.length;
    final int run = run(re, fixed);
    final double[] oldRe = new double[n];
    final double[] oldIm = new double[n];
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base; i < base + run; i++) {
        for (int k = 0; k < n; k++) {
          oldRe[k] = re[i + offsets[k]];
          oldIm[k] = im[i + offsets[k]];
        }
        for (int row = 0; row < n; row++) {
          double sumRe = 0;
          double sumIm = 0;
          for (int k = 0; k < n; k++) {
            sumRe += mRe[n * row + k] * oldRe[k] - mIm[n * row + k] * oldIm[k];
            sumIm += mRe[n * row + k] * oldIm[k] + mIm[n * row + k] * oldRe[k];
          }
          re[i + offsets[row]] = sumRe;
          im[i + offsets[row]] = sumIm;
        }
      }
    }
  }

  /**
   * Shrinks d² entries of a density matrix, rows by columns, by 1−λ and spreads λ of their trace
   * over the diagonal ones.
   */
  static void depolarize(double[] x, int fixed, int[] offsets, double lambda) {
    final int d = Integer.highestOneBit((int) Math.round(Math.sqrt(offsets.length)));
    final int run = run(x, fixed);
    for (int base = 0; base < x.length; base = next(base, fixed, run)) {
      for (int i = base; i < base + run; i++) {
        double trace = 0;
        for (int k = 0; k < d; k++) {
          trace += x[i + offsets[k * (d + 1)]];
        }
        for (int offset : offsets) {
          x[i + offset] *= 1 - lambda;
        }
        for (int k = 0; k < d; k++) {
          x[i + offsets[k * (d + 1)]] += lambda / d * trace;
        }
      }
    }
  }

  /** Adds Σ ψ[base + a]·conj ψ[base + b] to the matrix entry of every pair of offsets. */
  static void reduce(
      double[] re, double[] im, int fixed, int[] offsets, double[] outRe, double[] outIm) {
    final int n = offsets.length;
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        final int a = offsets[row];
        final int b = offsets[column];
        final double real = product(re, re, fixed, a, b) + product(im, im, fixed, a, b);
        final double imaginary = product(im, re, fixed, a, b) - product(re, im, fixed, a, b);
        outRe[row * n + column] += real;
        outIm[row * n + column] += imaginary;
        if (row != column) {
          outRe[column * n + row] += real;
          outIm[column * n + row] -= imaginary;
        }
      }
    }
  }

  /** Σ |amplitude|² at an offset. */
  static double squaredNorm(double[] re, double[] im, int fixed, int a) {
    final int run = run(re, fixed);
    double sum = 0;
    for (int base = 0; base < re.length; base = next(base, fixed, run)) {
      for (int i = base + a; i < base + a + run; i++) {
        sum += re[i] * re[i] + im[i] * im[i];
      }
    }
    return sum;
  }

  /**
   * Σ x[base + a]·y[base + b] of two real arrays: a building block of ⟨bra|K|ket⟩ for a matrix K.
   */
  static double product(double[] x, double[] y, int fixed, int a, int b) {
    final int run = run(x, fixed);
    double sum0 = 0; // four sums at a time, as one would wait for each addition
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int base = 0; base < x.length; base = next(base, fixed, run)) {
      int i = base;
      for (; i + 3 < base + run; i += 4) {
        sum0 += x[i + a] * y[i + b];
        sum1 += x[i + a + 1] * y[i + b + 1];
        sum2 += x[i + a + 2] * y[i + b + 2];
        sum3 += x[i + a + 3] * y[i + b + 3];
      }
      for (; i < base + run; i++) {
        sum0 += x[i + a] * y[i + b];
      }
    }
    return sum0 + sum1 + (sum2 + sum3);
  }
}

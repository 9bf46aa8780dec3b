package io.qhyper.sim.line;

/** Acts on two qubits of a vector, or on one as a part of a pair; in place, without allocation. */
final class PairKernels {
  private PairKernels() {}

  /** Swaps entries i and i + target where the control, a mask or 0, is 1: CX on one array. */
  static void flip(double[] v, int control, int target) {
    final int fixed = control | target;
    for (int i = control; i < v.length; i = (((i | fixed) + 1) & ~target) | control) {
      final double kept = v[i];
      v[i] = v[i + target];
      v[i + target] = kept;
    }
  }

  /** Changes the sign where all bits of the mask are 1: Z or CZ on one array. */
  static void negate(double[] v, int mask) {
    for (int i = mask; i < v.length; i = (i + 1) | mask) {
      v[i] = -v[i];
    }
  }

  /** Multiplies by c − is where the parity of the bits in the mask is even, c + is elsewhere. */
  static void couple(double[] re, double[] im, int mask, double c, double s) {
    for (int i = 0; i < re.length; i++) {
      final double sine = (Integer.bitCount(i & mask) & 1) == 0 ? s : -s;
      final double re0 = re[i];
      re[i] = c * re0 + sine * im[i];
      im[i] = c * im[i] - sine * re0;
    }
  }

  /** Im⟨bra|Z…Z|ket⟩, the Z on the bits of the mask. */
  static double slope(double[] braRe, double[] braIm, double[] ketRe, double[] ketIm, int mask) {
    double even = 0;
    double odd = 0;
    for (int i = 0; i < ketRe.length; i++) {
      final double part = braRe[i] * ketIm[i] - braIm[i] * ketRe[i];
      if ((Integer.bitCount(i & mask) & 1) == 0) {
        even += part;
      } else {
        odd += part;
      }
    }
    return even - odd;
  }
}

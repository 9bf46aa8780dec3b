package io.qhyper.sim.fused;

/** Puts the bits of small numbers at given positions. */
final class Bits {
  private Bits() {}

  /** For each number below 2^positions, the number with its bits at the positions. */
  static int[] spread(int[] positions) {
    int[] spread = new int[1 << positions.length];
    for (int i = 1; i < spread.length; i++) {
      spread[i] = spread[i & (i - 1)] | 1 << positions[Integer.numberOfTrailingZeros(i)];
    }
    return spread;
  }

  /** The positions below {@code length} that a mask leaves out, ascending. */
  static int[] others(int mask, int length) {
    int[] others = new int[length - Integer.bitCount(mask)];
    int count = 0;
    for (int p = 0; p < length; p++) {
      if ((mask >> p & 1) == 0) {
        others[count++] = p;
      }
    }
    return others;
  }
}

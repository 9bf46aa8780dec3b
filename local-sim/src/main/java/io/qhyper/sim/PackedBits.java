package io.qhyper.sim;

/** Reads and writes classical bits of shots that are packed 64 to a word. */
final class PackedBits {
  private PackedBits() {}

  /** Whether a bit of the shot whose words begin at {@code shot} is 1. */
  static boolean get(long[] words, int shot, int bit) {
    return (words[shot + (bit >>> 6)] & (1L << bit)) != 0;
  }

  /** Sets a bit of the shot whose words begin at {@code shot} to an outcome, 0 or 1. */
  static void set(long[] words, int shot, int bit, int outcome) {
    int word = shot + (bit >>> 6);
    words[word] = (words[word] & ~(1L << bit)) | ((long) outcome << bit);
  }

  /** Flips a bit. */
  static void flip(long[] words, int bit) {
    words[bit >>> 6] ^= 1L << bit;
  }
}

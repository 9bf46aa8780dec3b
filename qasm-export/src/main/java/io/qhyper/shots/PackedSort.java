package io.qhyper.shots;

import java.util.Arrays;

/** Sorts packed bitstrings as unsigned numbers. */
final class PackedSort {
  private PackedSort() {}

  /** Sorts {@code words}, bitstrings of {@code stride} words each, in place. */
  static void sort(long[] words, int stride) {
    if (stride == 1) {
      flipSigns(words);
      Arrays.sort(words);
      flipSigns(words);
      return;
    }
    long[][] rows = new long[words.length / stride][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(words, row * stride, (row + 1) * stride);
    }
    Arrays.sort(rows, PackedSort::compare);
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, words, row * stride, stride);
    }
  }

  /** Makes the signed order of {@code long} agree with the unsigned one, and back. */
  private static void flipSigns(long[] words) {
    for (int i = 0; i < words.length; i++) {
      words[i] ^= Long.MIN_VALUE;
    }
  }

  private static int compare(long[] a, long[] b) {
    for (int i = a.length - 1; i >= 0; i--) {
      int order = Long.compareUnsigned(a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}

package io.qhyper.compare;

import io.qhyper.shots.BitString;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The single bits and pairs of bits of the outcomes: what a sample of few shots still tells where
 * nearly every bitstring is new.
 *
 * <p>Pair (i, j), i &gt; j, has position i·(i−1)/2 + j.
 */
final class BitFeatures {
  private final int width;
  private final int[][] ones; // for each outcome the bits that are 1, ascending

  BitFeatures(int width, List<BitString> outcomes) {
    this.width = width;
    this.ones = outcomes.stream().map(BitFeatures::ones).toArray(int[][]::new);
  }

  private static int[] ones(BitString bits) {
    return IntStream.range(0, bits.width()).filter(bits::bit).toArray();
  }

  static int pairs(int width) {
    return width * (width - 1) / 2;
  }

  static int pair(int i, int j) {
    return i * (i - 1) / 2 + j;
  }

  /** Share of the shots in which each bit is 1. */
  double[] marginals(int[] counts, int shots) {
    long[] sums = new long[width];
    for (int outcome = 0; outcome < ones.length; outcome++) {
      for (int bit : ones[outcome]) {
        sums[bit] += counts[outcome];
      }
    }
    return shares(sums, shots);
  }

  /** Share of the shots in which both bits of each pair are 1. */
  double[] joint(int[] counts, int shots) {
    long[] sums = new long[pairs(width)];
    for (int outcome = 0; outcome < ones.length; outcome++) {
      int count = counts[outcome];
      if (count != 0) {
        addPairs(ones[outcome], count, sums);
      }
    }
    return shares(sums, shots);
  }

  private static void addPairs(int[] bits, int count, long[] sums) {
    for (int i = 1; i < bits.length; i++) {
      int row = pair(bits[i], 0);
      for (int j = 0; j < i; j++) {
        sums[row + bits[j]] += count;
      }
    }
  }

  private static double[] shares(long[] sums, double shots) {
    double[] shares = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      shares[i] = sums[i] / shots;
    }
    return shares;
  }
}

package io.qhyper.compare;

import io.qhyper.random.StreamKey;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Pairs of samples that chance alone would make: the shots of both, thrown together and dealt out
 * again at random.
 *
 * <p>If both samples come from one distribution, every deal is as probable as the one that was
 * measured, whatever the distribution.
 *
 * @param repetitions how many deals
 * @param key names the random streams; deal i uses circuit {@code key.circuit() + i}
 */
record Permutations(int repetitions, StreamKey key) {
  /** Looks at a deal. */
  interface Visitor {
    /**
     * A deal.
     *
     * @param a counts of the first sample
     * @param b counts of the second sample; both are used again for the next deal
     */
    void deal(int repetition, int[] a, int[] b);
  }

  Permutations {
    if (repetitions < 1) {
      throw new IllegalArgumentException(
          "a permutation test needs at least 1 permutation, got " + repetitions);
    }
  }

  /** Shows all deals, one after the other. */
  void forEach(PairedCounts pair, Visitor visitor) {
    int size = pair.outcomes().size();
    int[] total = new int[size];
    Arrays.setAll(total, i -> pair.first()[i] + pair.second()[i]);
    int[] shots = PairedCounts.shots(total);
    int[] a = new int[size];
    int[] b = new int[size];
    for (int repetition = 0; repetition < repetitions; repetition++) {
      UniformRandomProvider random = key.withCircuit(key.circuit() + repetition).open();
      Arrays.fill(a, 0);
      for (int i = 0; i < pair.firstShots(); i++) {
        int other = i + random.nextInt(shots.length - i);
        int drawn = shots[other];
        shots[other] = shots[i];
        shots[i] = drawn;
        a[drawn]++;
      }
      Arrays.setAll(b, i -> total[i] - a[i]);
      visitor.deal(repetition, a, b);
    }
  }
}

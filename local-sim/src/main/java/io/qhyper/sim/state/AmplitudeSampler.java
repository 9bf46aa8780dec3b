package io.qhyper.sim.state;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws basis indices of a state with their probabilities.
 *
 * <p>Makes one pass over the state and keeps a running sum every {@value #CHUNK} amplitudes, so no
 * second array of 2^n. The state must not change while the sampler is in use.
 */
public final class AmplitudeSampler {
  /** The most indices that one call draws. */
  public static final int MAX_DRAWS = 1024;

  private static final int CHUNK = 1024;
  private static final int DRAW_MASK = MAX_DRAWS - 1;
  private static final int RANDOM_BITS = 53;

  private final Amplitudes<?> state;
  private final double[] before; // before[c]: sum of all probabilities before chunk c

  /** A sampler of a state, whose norm need not be 1. */
  public AmplitudeSampler(Amplitudes<?> state) {
    this.state = state;
    int chunks = (state.size() + CHUNK - 1) / CHUNK;
    this.before = new double[chunks + 1];
    double sum = 0;
    for (int c = 0; c < chunks; c++) {
      int end = Math.min(state.size(), (c + 1) * CHUNK);
      for (int i = c * CHUNK; i < end; i++) {
        sum += state.probability(i);
      }
      before[c + 1] = sum;
    }
  }

  /**
   * Fills {@code indices} with independent draws in random order.
   *
   * <p>Takes one number from the stream per draw, sorts them, and meets them in one ascending walk
   * over the chunks that they fall into.
   *
   * @param indices 1 to {@value #MAX_DRAWS} entries
   */
  public void draw(UniformRandomProvider random, int[] indices) {
    // Each long holds 53 random bits above the draw's position, which the sort carries along.
    long[] draws = new long[indices.length];
    for (int k = 0; k < draws.length; k++) {
      draws[k] = random.nextLong() >>> (Long.SIZE - RANDOM_BITS) << 10 | k;
    }
    Arrays.sort(draws);
    double total = before[before.length - 1];
    int chunk = -1;
    int index = 0;
    double sum = 0; // of all probabilities up to and including index
    for (long draw : draws) {
      double uniform = (draw >>> 10) * 0x1p-53;
      double target = Math.min(uniform * total, Math.nextDown(total));
      if (chunk < 0 || before[chunk + 1] <= target) {
        do {
          chunk++;
        } while (before[chunk + 1] <= target);
        index = chunk * CHUNK;
        sum = before[chunk] + state.probability(index);
      }
      // Adds in the order of the constructor: the sum reaches before[chunk + 1] exactly.
      while (sum <= target) {
        sum += state.probability(++index);
      }
      indices[(int) draw & DRAW_MASK] = index;
    }
  }
}

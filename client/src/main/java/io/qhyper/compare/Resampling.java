package io.qhyper.compare;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;

/**
 * How often samples are redrawn, and from which random streams.
 *
 * @param repetitions redrawn pairs of the bootstrap, and deals of the permutation test
 * @param seed of all streams
 * @param comparison number of the comparison under that seed, so that each has its own streams
 */
public record Resampling(int repetitions, long seed, long comparison) {
  Bootstrap bootstrap() {
    return new Bootstrap(repetitions, key(Purpose.BOOTSTRAP));
  }

  Permutations permutations() {
    return new Permutations(repetitions, key(Purpose.PERMUTATION));
  }

  private StreamKey key(Purpose purpose) {
    return StreamKey.of(seed, purpose).withIteration(comparison);
  }
}

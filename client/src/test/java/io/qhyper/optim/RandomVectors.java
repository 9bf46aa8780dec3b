package io.qhyper.optim;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Seeded input for tests. */
final class RandomVectors {

  private RandomVectors() {}

  static UniformRandomProvider stream(long seed) {
    return StreamKey.of(seed, Purpose.SAMPLING).open();
  }

  /** Entries uniform in [−scale, scale). */
  static double[] uniform(UniformRandomProvider random, int length, double scale) {
    return IntStream.range(0, length).mapToDouble(i -> random.nextDouble(-scale, scale)).toArray();
  }
}

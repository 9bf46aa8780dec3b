package io.qhyper.compare;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/** Known distributions and samples of them. */
final class Distributions {
  private Distributions() {}

  /** Over all strings of some bits, proportional to 1/(1 + k)^exponent in a scrambled order. */
  static double[] skewed(int bits, double exponent) {
    int size = 1 << bits;
    double[] p = new double[size];
    Arrays.setAll(p, i -> 1 / Math.pow(1 + (i * 5 + 3) % size, exponent));
    double sum = Arrays.stream(p).sum();
    Arrays.setAll(p, i -> p[i] / sum);
    return p;
  }

  /** A part of the probability spread evenly. */
  static double[] mixed(double[] p, double part) {
    return Arrays.stream(p).map(x -> (1 - part) * x + part / p.length).toArray();
  }

  static Counts sample(double[] p, int shots, long seed, long number) {
    UniformRandomProvider random =
        StreamKey.of(seed, Purpose.SAMPLING).withIteration(number).open();
    int bits = Integer.numberOfTrailingZeros(p.length);
    Map<BitString, Long> counts = new TreeMap<>();
    for (int shot = 0; shot < shots; shot++) {
      double left = random.nextDouble();
      int outcome = 0;
      while (outcome < p.length - 1 && left >= p[outcome]) {
        left -= p[outcome++];
      }
      counts.merge(BitString.of(bits, outcome), 1L, Long::sum);
    }
    return Counts.of(bits, counts);
  }

  /** Two samples, new for each number. */
  static PairedCounts pair(double[] p, double[] q, int shots, long number) {
    return PairedCounts.of(sample(p, shots, 2, 2 * number), sample(q, shots, 2, 2 * number + 1));
  }

  /** Fair bits, each free or, in pairs of neighbours, equal to the one before. */
  static Counts wide(int bits, int shots, long number, boolean paired) {
    UniformRandomProvider random = StreamKey.of(9, Purpose.SAMPLING).withIteration(number).open();
    Map<BitString, Long> counts = new TreeMap<>();
    for (int shot = 0; shot < shots; shot++) {
      long value = random.nextLong() >>> (Long.SIZE - bits);
      long even = value & 0x5555_5555_5555_5555L;
      counts.merge(BitString.of(bits, paired ? even | even << 1 : value), 1L, Long::sum);
    }
    return Counts.of(bits, counts);
  }

  /** The true distances, in the order of {@link Distance#values}. */
  static double[] distances(double[] p, double[] q) {
    double variation = 0;
    double overlap = 0;
    for (int i = 0; i < p.length; i++) {
      variation += Math.abs(p[i] - q[i]) / 2;
      overlap += Math.sqrt(p[i] * q[i]);
    }
    return new double[] {variation, Math.sqrt(1 - overlap)};
  }

  /** The largest distance between the empirical distribution and the uniform one on [0, 1]. */
  static double kolmogorov(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      largest =
          Math.max(
              largest,
              Math.max(
                  sorted[i] - i / (double) sorted.length,
                  (i + 1) / (double) sorted.length - sorted[i]));
    }
    return largest;
  }
}

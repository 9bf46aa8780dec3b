package io.qhyper.sim.mps;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws the values of all sites of a state; immutable, for many threads at once.
 *
 * <p>One random number per shot and segment of sites, see {@link Segment}; the segments depend on
 * the state's bonds only.
 */
public final class SiteSampler {
  private final List<Segment> segments;
  private final int size;

  /** A sampler: about 2^m products of d×d matrices for each segment of m sites. */
  public SiteSampler(MatrixProductState state) {
    this.segments = Segmentation.of(state);
    this.size = state.size();
  }

  /**
   * Draws shots, independent of each other.
   *
   * @return packed values, site k in bit k & 63 of word k / 64 of its shot, ⌈sites/64⌉ words a shot
   */
  public long[] draw(UniformRandomProvider random, int shots) {
    int stride = (size + Long.SIZE - 1) / Long.SIZE;
    long[] words = new long[Math.multiplyExact(shots, stride)];
    int widest = segments.stream().mapToInt(s -> Math.max(s.left, s.right)).max().orElse(1);
    double[] vRe = new double[shots * widest];
    double[] vIm = new double[shots * widest];
    double[] nextRe = new double[widest];
    double[] nextIm = new double[widest];
    double[] pairs = new double[widest * widest];
    for (int shot = 0; shot < shots; shot++) {
      vRe[shot * widest] = 1;
    }
    for (Segment segment : segments) {
      for (int shot = 0; shot < shots; shot++) {
        int v = shot * widest;
        int values = segment.draw(vRe, vIm, v, random.nextDouble(), pairs);
        segment.advance(vRe, vIm, v, values, nextRe, nextIm);
        write(segment, values, words, shot * stride);
      }
    }
    return words;
  }

  private static void write(Segment segment, int values, long[] words, int shot) {
    // The first site is the most significant of the values and the lowest of its bits in a word.
    long bits = Integer.reverse(values) >>> (Integer.SIZE - segment.length) & 0xFFFF_FFFFL;
    int low = segment.first & 63;
    words[shot + (segment.first >>> 6)] |= bits << low;
    if (low + segment.length > Long.SIZE) {
      words[shot + (segment.first >>> 6) + 1] |= bits >>> (Long.SIZE - low);
    }
  }
}

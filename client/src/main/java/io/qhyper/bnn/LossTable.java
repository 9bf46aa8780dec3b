package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The losses of all 2^N networks of a problem, in index order. Immutable.
 *
 * <p>They agree with {@link Problem#loss} to rounding (1e-12), not to the last bit.
 */
public final class LossTable {
  /** Most bits enumerated: 16.8 million losses, 128 MiB. */
  public static final int MOST_BITS = 24;

  private static final List<Double> SHARES = List.of(.001, .01, .1, .25, .5, .75, .9, 1.);

  /** Losses within this relative distance are ties. */
  private static final double TIE = 1e-12;

  private final int bits;
  private final double[] losses;

  private LossTable(int bits, double[] losses) {
    this.bits = bits;
    this.losses = losses;
  }

  /**
   * Enumerates a problem; bit-identical for any number of threads.
   *
   * @throws IllegalArgumentException if the problem has more than {@link #MOST_BITS} bits, or
   *     {@code threads} is not positive
   */
  public static LossTable enumerate(Problem problem, int threads) {
    if (problem.bits() > MOST_BITS) {
      throw new IllegalArgumentException(
          "a full enumeration takes at most "
              + MOST_BITS
              + " bits, and "
              + problem.name()
              + " has "
              + problem.bits()
              + ": choose a smaller network");
    }
    return new LossTable(problem.bits(), problem.enumerate(threads));
  }

  /** Number of bits N. */
  public int bits() {
    return bits;
  }

  /** Number of networks, 2^N. */
  public int size() {
    return losses.length;
  }

  /** The loss of the network at {@code index}, its printed text read as a binary number. */
  public double loss(int index) {
    return losses[index];
  }

  /** The network at {@code index}. */
  public BitString network(int index) {
    return BitString.of(bits, index);
  }

  /** A copy of all losses, in index order. */
  public double[] toArray() {
    return losses.clone();
  }

  /** The indices, ascending, of the minimum and what ties with it. */
  public int[] minimumIndices() {
    double limit = Arrays.stream(losses).min().orElseThrow() * (1 + TIE);
    return IntStream.range(0, losses.length).filter(i -> losses[i] <= limit).toArray();
  }

  /** The facts worth telling about the losses; sorts a copy of them. */
  public EnumerationSummary summary() {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    double limit = EnumerationSummary.nearLimit(sorted[0]);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    long near = Arrays.stream(sorted).takeWhile(loss -> loss <= limit).count();
    int[] minima = minimumIndices();
    return new EnumerationSummary(
        bits,
        losses.length,
        sorted[0],
        network(minima[0]),
        minima.length,
        median,
        near,
        losses[0],
        SHARES.stream().map(share -> quantile(sorted, share)).toList());
  }

  private static EnumerationSummary.Quantile quantile(double[] sorted, double share) {
    int rank = Math.max(1, (int) Math.ceil(share * sorted.length));
    return new EnumerationSummary.Quantile(share, sorted[rank - 1]);
  }
}

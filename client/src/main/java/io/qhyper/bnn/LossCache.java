package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The losses of the bitstrings measured so far: each distinct one is evaluated once.
 *
 * <p>Not safe for use by several threads; it uses several itself.
 */
public final class LossCache {
  private final Problem problem;
  private final int threads;
  private final BitStringIndex index;
  private double[] losses = new double[0]; // by number in the index
  private Optional<Scored> best = Optional.empty();

  /**
   * An empty cache.
   *
   * @param threads number of threads that evaluate; results do not depend on it
   */
  public LossCache(Problem problem, int threads) {
    this.problem = problem;
    this.threads = threads;
    this.index = new BitStringIndex(problem.bits());
  }

  /** A network and its loss. */
  public record Scored(BitString bits, double loss) {}

  /**
   * The losses of the distinct bitstrings of a histogram, in the order of its entries. The unknown
   * ones are computed in one batch.
   *
   * @throws IllegalArgumentException if the width is not the number of bits of the problem
   */
  public double[] losses(Counts counts) {
    learn(List.of(counts));
    return known(counts);
  }

  /**
   * The losses of the bitstrings of several histograms at once, one array per histogram: the
   * unknown ones of all are computed in one batch.
   *
   * @throws IllegalArgumentException if a width is not the number of bits of the problem
   */
  public List<double[]> allLosses(List<Counts> histograms) {
    learn(histograms);
    return histograms.stream().map(this::known).toList();
  }

  private double[] known(Counts counts) {
    double[] own = new double[counts.distinct()];
    for (int entry = 0; entry < own.length; entry++) {
      own[entry] = losses[index.find(counts, entry)];
    }
    return own;
  }

  /** Takes nothing up until all losses are computed, since that may fail. */
  private void learn(List<Counts> histograms) {
    BitStringIndex fresh = new BitStringIndex(problem.bits());
    for (Counts counts : histograms) {
      for (int entry = 0; entry < counts.distinct(); entry++) {
        if (index.find(counts, entry) < 0) {
          fresh.add(counts, entry);
        }
      }
    }
    if (fresh.size() == 0) {
      return;
    }
    List<BitString> unknown = IntStream.range(0, fresh.size()).mapToObj(fresh::get).toList();
    double[] computed = problem.losses(unknown, threads);
    int from = index.size();
    if (losses.length < from + computed.length) {
      losses = Arrays.copyOf(losses, Math.max(2 * losses.length, from + computed.length));
    }
    System.arraycopy(computed, 0, losses, from, computed.length);
    for (int i = 0; i < computed.length; i++) {
      index.add(unknown.get(i));
      if (best.isEmpty() || computed[i] <= best.get().loss()) {
        improve(new Scored(unknown.get(i), computed[i]));
      }
    }
  }

  private void improve(Scored candidate) {
    if (best.isEmpty()
        || candidate.loss() < best.get().loss()
        || (candidate.loss() == best.get().loss()
            && candidate.bits().compareTo(best.get().bits()) < 0)) {
      best = Optional.of(candidate);
    }
  }

  /** Takes up what an earlier cache had found, as if its bitstrings had been measured here. */
  public void restore(Scored earlierBest) {
    improve(earlierBest);
  }

  /** Number of distinct bitstrings evaluated. */
  public int distinct() {
    return index.size();
  }

  /** The best network seen, the lowest index among equals; empty before the first. */
  public Optional<Scored> best() {
    return best;
  }
}

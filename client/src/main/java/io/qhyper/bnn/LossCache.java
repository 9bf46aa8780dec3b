package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The losses of the bitstrings measured so far: each distinct one is evaluated once.
 *
 * <p>Not safe for use by several threads; it uses several itself.
 */
public final class LossCache {
  private final Problem problem;
  private final int threads;
  private final Map<BitString, Double> losses = new HashMap<>();
  private Optional<Scored> best = Optional.empty();

  /**
   * An empty cache.
   *
   * @param threads number of threads that evaluate; results do not depend on it
   */
  public LossCache(Problem problem, int threads) {
    this.problem = problem;
    this.threads = threads;
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
    List<BitString> batch = new ArrayList<>(counts.distinct());
    for (int entry = 0; entry < counts.distinct(); entry++) {
      batch.add(counts.bits(entry));
    }
    return losses(batch);
  }

  /**
   * The losses of the bitstrings of several histograms at once, one array per histogram: the
   * unknown ones of all are computed in one batch.
   */
  public List<double[]> allLosses(List<Counts> histograms) {
    List<BitString> batch = new ArrayList<>();
    for (Counts counts : histograms) {
      for (int entry = 0; entry < counts.distinct(); entry++) {
        batch.add(counts.bits(entry));
      }
    }
    learn(batch);
    return histograms.stream().map(this::losses).toList();
  }

  /** The losses of {@code batch}, in its order. */
  public double[] losses(List<BitString> batch) {
    learn(batch);
    return batch.stream().mapToDouble(losses::get).toArray();
  }

  private void learn(List<BitString> batch) {
    List<BitString> unknown =
        batch.stream().filter(bits -> !losses.containsKey(bits)).distinct().toList();
    if (unknown.isEmpty()) {
      return;
    }
    double[] computed = problem.losses(unknown, threads);
    for (int i = 0; i < computed.length; i++) {
      losses.put(unknown.get(i), computed[i]);
      improve(new Scored(unknown.get(i), computed[i]));
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
    return losses.size();
  }

  /** The best network seen, the lowest index among equals; empty before the first. */
  public Optional<Scored> best() {
    return best;
  }
}

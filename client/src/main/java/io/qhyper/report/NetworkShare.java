package io.qhyper.report;

import io.qhyper.compare.Interval;
import io.qhyper.compare.Wilson;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How often two samples hold a network.
 *
 * @param bits the network
 * @param loss of it; null without a problem
 * @param ties how many networks are counted together: those of the global minimum, or 1
 * @param minimum whether it is the global minimum; null where that is not known
 * @param first in the first sample
 * @param second in the second sample
 */
public record NetworkShare(
    String bits, Double loss, int ties, Boolean minimum, Share first, Share second) {
  private static final int MOST_PROBABLE = 3;
  private static final int LOWEST = 3;

  /**
   * A share of shots.
   *
   * @param probability count / shots
   * @param low lower end of its 95 % interval by Wilson
   * @param high upper end
   */
  public record Share(long count, double probability, double low, double high) {
    static Share of(List<BitString> networks, Counts counts) {
      long count = networks.stream().mapToLong(counts::count).sum();
      Interval interval = Wilson.interval(count, counts.shots());
      return new Share(count, (double) count / counts.shots(), interval.low(), interval.high());
    }
  }

  /**
   * The global minimum, and of each sample the three most probable networks and the three of lowest
   * loss.
   */
  static List<NetworkShare> of(Counts first, Counts second, Optional<ScoredProblem> problem) {
    List<BitString> minimum = problem.map(ScoredProblem::minimum).orElse(List.of());
    Set<BitString> networks = new LinkedHashSet<>();
    for (Counts counts : List.of(first, second)) {
      networks.addAll(lowest(counts, i -> -counts.count(i), MOST_PROBABLE));
      problem.ifPresent(
          scored -> {
            double[] losses = scored.cache().losses(counts);
            networks.addAll(lowest(counts, i -> losses[i], LOWEST));
          });
    }
    minimum.forEach(networks::remove);
    List<NetworkShare> shares = new ArrayList<>();
    if (!minimum.isEmpty()) {
      shares.add(of(minimum, true, first, second, problem));
    }
    Boolean isMinimum = minimum.isEmpty() ? null : false;
    networks.stream()
        .map(network -> of(List.of(network), isMinimum, first, second, problem))
        .sorted(Comparator.comparingDouble(NetworkShare::rank))
        .forEach(shares::add);
    return shares;
  }

  /** By loss, or by probability where no losses are known. */
  private double rank() {
    return loss == null ? -first.probability() - second.probability() : loss;
  }

  private static NetworkShare of(
      List<BitString> networks,
      Boolean minimum,
      Counts first,
      Counts second,
      Optional<ScoredProblem> problem) {
    return new NetworkShare(
        networks.get(0).toString(),
        problem.map(scored -> scored.loss(networks.get(0))).orElse(null),
        networks.size(),
        minimum,
        Share.of(networks, first),
        Share.of(networks, second));
  }

  private interface Rank {
    double of(int entry);
  }

  private static List<BitString> lowest(Counts counts, Rank rank, int most) {
    return IntStream.range(0, counts.distinct())
        .boxed()
        .sorted(Comparator.comparingDouble(rank::of))
        .limit(most)
        .map(counts::bits)
        .toList();
  }
}

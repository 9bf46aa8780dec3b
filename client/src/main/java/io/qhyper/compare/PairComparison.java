package io.qhyper.compare;

import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two measured distributions of one register, compared.
 *
 * @param firstShots shots of the first sample
 * @param secondShots shots of the second sample
 * @param distinct different bitstrings that either of them holds
 * @param seenOnce share of all shots whose bitstring came once only; where it is large, distances
 *     of bitstrings say little and the bits and correlations are what to look at
 * @param totalVariation ½ Σ |p − q|
 * @param hellinger √(1 − Σ √(p·q))
 * @param same the test of "same distribution"
 * @param marginals for each classical bit, from bit 0, the share of shots in which it is 1
 * @param correlations the pairs of bits whose covariances differ most, in standard errors
 */
public record PairComparison(
    long firstShots,
    long secondShots,
    int distinct,
    double seenOnce,
    MeasuredDistance totalVariation,
    MeasuredDistance hellinger,
    SameDistributionTest same,
    List<Deviation> marginals,
    List<BitPair> correlations) {
  private static final int PAIRS = 10;

  public PairComparison {
    marginals = List.copyOf(marginals);
    correlations = List.copyOf(correlations);
  }

  /**
   * Two bits and how they vary together.
   *
   * @param high the higher classical bit
   * @param low the lower classical bit
   * @param covariance P(both 1) − P(high 1)·P(low 1)
   */
  public record BitPair(int high, int low, Deviation covariance) {}

  /**
   * Compares two histograms.
   *
   * <p>Cost: {@code repetitions} times one pass over all shots, twice, and over the pairs of bits
   * that are 1 in each distinct bitstring.
   *
   * @throws IllegalArgumentException if the widths differ or a sample is empty
   */
  public static PairComparison of(Counts first, Counts second, Resampling resampling) {
    PairedCounts pair = PairedCounts.of(first, second);
    Permutations permutations = resampling.permutations();
    Interval[] intervals = resampling.bootstrap().intervals(pair);
    ChanceLevel[] chance = ChanceLevel.of(pair, permutations);
    return new PairComparison(
        first.shots(),
        second.shots(),
        pair.outcomes().size(),
        seenOnce(pair),
        distance(Distance.TOTAL_VARIATION, pair, intervals, chance),
        distance(Distance.HELLINGER, pair, intervals, chance),
        SameDistributionTest.of(pair, permutations),
        marginals(pair),
        correlations(pair));
  }

  private static MeasuredDistance distance(
      Distance distance, PairedCounts pair, Interval[] intervals, ChanceLevel[] chance) {
    int at = List.of(Distance.values()).indexOf(distance);
    return new MeasuredDistance(distance.of(pair), intervals[at], chance[at]);
  }

  private static double seenOnce(PairedCounts pair) {
    int once = 0;
    for (int i = 0; i < pair.outcomes().size(); i++) {
      once += pair.first()[i] + pair.second()[i] == 1 ? 1 : 0;
    }
    return once / ((double) pair.firstShots() + pair.secondShots());
  }

  private static List<Deviation> marginals(PairedCounts pair) {
    BitFeatures features = new BitFeatures(pair.width(), pair.outcomes());
    double[] first = features.marginals(pair.first(), pair.firstShots());
    double[] second = features.marginals(pair.second(), pair.secondShots());
    List<Deviation> deviations = new ArrayList<>();
    for (int bit = 0; bit < first.length; bit++) {
      deviations.add(
          Deviation.ofShares(first[bit], pair.firstShots(), second[bit], pair.secondShots()));
    }
    return deviations;
  }

  private static List<BitPair> correlations(PairedCounts pair) {
    BitFeatures features = new BitFeatures(pair.width(), pair.outcomes());
    Covariances first = new Covariances(features, pair.first(), pair.firstShots());
    Covariances second = new Covariances(features, pair.second(), pair.secondShots());
    List<BitPair> pairs = new ArrayList<>();
    for (int high = 1; high < pair.width(); high++) {
      for (int low = 0; low < high; low++) {
        double error = Math.hypot(first.error(high, low), second.error(high, low));
        pairs.add(
            new BitPair(
                high, low, new Deviation(first.value(high, low), second.value(high, low), error)));
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingDouble(p -> -Math.abs(p.covariance().sigmas())))
        .limit(PAIRS)
        .toList();
  }
}

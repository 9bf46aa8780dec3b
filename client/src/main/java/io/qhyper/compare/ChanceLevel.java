package io.qhyper.compare;

/**
 * The distance that two samples of one distribution show at these numbers of shots: what a reader
 * has to subtract in thought before calling a distance a difference.
 *
 * @param mean expected distance
 * @param high 95 % of such pairs are closer than that
 */
public record ChanceLevel(double mean, double high) {
  private static final double LEVEL = 0.95;

  /** The level of each distance, in the order of {@link Distance#values}, by permutations. */
  static ChanceLevel[] of(PairedCounts pair, Permutations permutations) {
    Distance[] distances = Distance.values();
    double[][] values = new double[distances.length][permutations.repetitions()];
    permutations.forEach(
        pair,
        (deal, a, b) -> {
          for (int d = 0; d < distances.length; d++) {
            values[d][deal] = distances[d].between(a, pair.firstShots(), b, pair.secondShots());
          }
        });
    ChanceLevel[] levels = new ChanceLevel[distances.length];
    for (int d = 0; d < distances.length; d++) {
      Quantiles quantiles = new Quantiles(values[d]);
      levels[d] = new ChanceLevel(quantiles.mean(), quantiles.at(LEVEL));
    }
    return levels;
  }
}

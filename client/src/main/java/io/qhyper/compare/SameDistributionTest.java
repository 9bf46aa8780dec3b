package io.qhyper.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A permutation test of "both samples come from the same distribution", exact at any size.
 *
 * <p>Two statistics see different departures: χ² over the bitstrings, Σ (a/n − b/m)² / (a + b),
 * which is strong where bitstrings repeat; and the squared differences of all single-bit and
 * two-bit frequencies, which also speaks where nearly every shot is new. Each is turned into its
 * p-value among all deals, and the smaller of the two is again ranked among the same deals (min-p
 * combination; Westfall and Young, Resampling-Based Multiple Testing, 1993), so that the result is
 * uniform under the hypothesis.
 *
 * @param bitstrings p-value of χ² alone
 * @param correlations p-value of the frequencies of bits and pairs alone
 * @param combined p-value of the combination
 * @param permutations deals behind each; no p-value can be below 1/(permutations + 1)
 */
public record SameDistributionTest(
    double bitstrings, double correlations, double combined, int permutations) {

  static SameDistributionTest of(PairedCounts pair, Permutations permutations) {
    BitFeatures features = new BitFeatures(pair.width(), pair.outcomes());
    int n = pair.firstShots();
    int m = pair.secondShots();
    int deals = permutations.repetitions();
    double[] chi = new double[deals + 1]; // the last entry is the measured pair
    double[] bits = new double[deals + 1];
    chi[deals] = chiSquare(pair.first(), n, pair.second(), m);
    bits[deals] = frequencies(features, pair.first(), n, pair.second(), m);
    permutations.forEach(
        pair,
        (deal, a, b) -> {
          chi[deal] = chiSquare(a, n, b, m);
          bits[deal] = frequencies(features, a, n, b, m);
        });
    double[] chiP = upperTail(chi);
    double[] bitsP = upperTail(bits);
    double[] negatedLeast = new double[deals + 1];
    Arrays.setAll(negatedLeast, i -> -Math.min(chiP[i], bitsP[i]));
    return new SameDistributionTest(
        chiP[deals], bitsP[deals], upperTail(negatedLeast)[deals], deals);
  }

  private static double chiSquare(int[] a, double n, int[] b, double m) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] / n - b[i] / m;
      sum += difference * difference / (a[i] + b[i]);
    }
    return sum;
  }

  private static double frequencies(BitFeatures features, int[] a, int n, int[] b, int m) {
    return squares(features.marginals(a, n), features.marginals(b, m))
        + squares(features.joint(a, n), features.joint(b, m));
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** For each value the share of all values that are as large or larger. */
  private static double[] upperTail(double[] values) {
    int size = values.length;
    Integer[] descending = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    Arrays.sort(descending, (i, j) -> Double.compare(values[j], values[i]));
    double[] tail = new double[size];
    int from = 0;
    while (from < size) {
      int to = from;
      while (to < size && values[descending[to]] == values[descending[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        tail[descending[i]] = (double) to / size;
      }
      from = to;
    }
    return tail;
  }
}

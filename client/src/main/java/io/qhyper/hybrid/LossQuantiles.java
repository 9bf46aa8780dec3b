package io.qhyper.hybrid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Order statistics of measured losses. */
final class LossQuantiles {
  private LossQuantiles() {}

  /**
   * The lowest loss at which the weights of it and the lower ones make up a share of all: of S
   * shots the ⌈share·S⌉-th lowest loss, the lowest at least.
   *
   * @param weights of the bitstrings, not negative, such as their counts
   * @param losses the loss of each
   */
  static double lowest(double[] weights, double[] losses, double share) {
    int[] order =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted(Comparator.comparingDouble(entry -> losses[entry]))
            .mapToInt(Integer::intValue)
            .toArray();
    double wanted = share * Arrays.stream(weights).sum();
    double seen = weights[order[0]];
    int i = 0;
    // Rounding of the sums must not lead beyond the last one.
    while (i < order.length - 1 && !(seen > 0 && seen >= wanted)) {
      i++;
      seen += weights[order[i]];
    }
    return losses[order[i]];
  }
}

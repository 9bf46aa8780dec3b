package io.qhyper.hybrid;

import io.qhyper.shots.Counts;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Order statistics of measured losses. */
final class LossQuantiles {
  private LossQuantiles() {}

  /**
   * The ⌈share·S⌉-th lowest loss of S shots, the lowest at least.
   *
   * @param losses the loss of each distinct bitstring
   */
  static double lowest(Counts counts, double[] losses, double share) {
    int[] order =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted(Comparator.comparingDouble(entry -> losses[entry]))
            .mapToInt(Integer::intValue)
            .toArray();
    long rank = Math.max(1, (long) Math.ceil(share * counts.shots()));
    long seen = 0;
    int i = -1;
    while (seen < rank) {
      i++;
      seen += counts.count(order[i]);
    }
    return losses[order[i]];
  }
}

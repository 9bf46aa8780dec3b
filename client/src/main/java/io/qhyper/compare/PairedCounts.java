package io.qhyper.compare;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two samples of one register over the union of the bitstrings that either of them holds.
 *
 * <p>Outcomes ascend as unsigned numbers. Cost: one walk over both histograms.
 */
final class PairedCounts {
  private final int width;
  private final List<BitString> outcomes;
  private final int[] first;
  private final int[] second;
  private final int firstShots;
  private final int secondShots;

  private PairedCounts(int width, List<BitString> outcomes, int[] first, int[] second) {
    this.width = width;
    this.outcomes = outcomes;
    this.first = first;
    this.second = second;
    this.firstShots = Arrays.stream(first).sum();
    this.secondShots = Arrays.stream(second).sum();
  }

  /**
   * Pairs two histograms.
   *
   * @throws IllegalArgumentException if their widths differ or one has no or more than 2^30 shots
   */
  static PairedCounts of(Counts first, Counts second) {
    if (first.width() != second.width()) {
      throw new IllegalArgumentException(
          "samples of the same register are needed, got widths %d and %d"
              .formatted(first.width(), second.width()));
    }
    check(first);
    check(second);
    List<BitString> outcomes = new ArrayList<>();
    int most = first.distinct() + second.distinct();
    int[] a = new int[most];
    int[] b = new int[most];
    int i = 0;
    int j = 0;
    while (i < first.distinct() || j < second.distinct()) {
      int order =
          i == first.distinct()
              ? 1
              : j == second.distinct() ? -1 : first.bits(i).compareTo(second.bits(j));
      int at = outcomes.size();
      outcomes.add(order <= 0 ? first.bits(i) : second.bits(j));
      if (order <= 0) {
        a[at] = (int) first.count(i++);
      }
      if (order >= 0) {
        b[at] = (int) second.count(j++);
      }
    }
    int size = outcomes.size();
    return new PairedCounts(
        first.width(), List.copyOf(outcomes), Arrays.copyOf(a, size), Arrays.copyOf(b, size));
  }

  private static void check(Counts counts) {
    if (counts.shots() < 1 || counts.shots() > 1 << 30) {
      throw new IllegalArgumentException(
          "a sample to compare needs 1 to 2^30 shots, got " + counts.shots());
    }
  }

  /** Number of bits of each outcome. */
  int width() {
    return width;
  }

  /** The distinct outcomes. */
  List<BitString> outcomes() {
    return outcomes;
  }

  /** How often each outcome came in the first sample; not to be changed. */
  int[] first() {
    return first;
  }

  /** How often each outcome came in the second sample; not to be changed. */
  int[] second() {
    return second;
  }

  int firstShots() {
    return firstShots;
  }

  int secondShots() {
    return secondShots;
  }

  /** The outcome of every shot of a sample, as its position among the outcomes, ascending. */
  static int[] shots(int[] counts) {
    int[] shots = new int[Arrays.stream(counts).sum()];
    int at = 0;
    for (int outcome = 0; outcome < counts.length; outcome++) {
      Arrays.fill(shots, at, at += counts[outcome], outcome);
    }
    return shots;
  }
}

package io.qhyper.sim.line;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Where to cut a line into the pieces that are cheapest to prepare and to draw one shot from. */
final class ChainCuts {
  /** The most entries of a piece's tensor. */
  private static final double LARGEST = 1 << 16;

  /** What a piece costs beside its entries, in multiplications. */
  private static final double PIECE = 100;

  private ChainCuts() {}

  /**
   * The borders, from 0 to the number of positions; empty if a piece would be too large.
   *
   * @param ops the steps from |0…0⟩ on
   */
  static Optional<int[]> of(int positions, List<LineOp> ops) {
    double[] terms = new double[positions + 1];
    int[] steps = new int[positions + 1]; // of the positions below
    boolean[] allowed = new boolean[positions + 1];
    Arrays.fill(terms, 1);
    Arrays.fill(allowed, true);
    for (LineOp op : ops) {
      if (op instanceof LineOp.Turn turn) {
        steps[turn.position() + 1]++;
      } else if (op instanceof LineOp.Pair pair) {
        int low = Math.min(pair.first(), pair.second());
        int high = Math.max(pair.first(), pair.second());
        steps[high + 1]++;
        for (int cut = low + 1; cut <= high; cut++) {
          terms[cut] *= 2;
          allowed[cut] &= cut == low + 1; // no pair reaches beyond the next piece
        }
      }
    }
    Arrays.parallelPrefix(steps, Integer::sum);
    double[] best = new double[positions + 1];
    int[] from = new int[positions + 1];
    Arrays.fill(best, 1, positions + 1, Double.POSITIVE_INFINITY);
    for (int end = 1; end <= positions; end++) {
      for (int start = 0; start < end && allowed[end]; start++) {
        double entries = Math.scalb(terms[start] * terms[end], end - start);
        double each = 4 * (terms[start] + terms[end]) + 4 * (steps[end] - steps[start]);
        double cost = best[start] + PIECE + entries * each;
        if (entries <= LARGEST && cost < best[end]) {
          best[end] = cost;
          from[end] = start;
        }
      }
    }
    return Double.isInfinite(best[positions])
        ? Optional.empty()
        : Optional.of(borders(from, positions));
  }

  private static int[] borders(int[] from, int positions) {
    Deque<Integer> borders = new ArrayDeque<>();
    for (int end = positions; end > 0; end = from[end]) {
      borders.push(end);
    }
    borders.push(0);
    return borders.stream().mapToInt(Integer::intValue).toArray();
  }
}

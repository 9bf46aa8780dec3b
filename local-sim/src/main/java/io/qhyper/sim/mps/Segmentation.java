package io.qhyper.sim.mps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Cuts the sites into the segments that are cheapest to prepare and to draw 1024 shots from, by
 * dynamic programming over the borders: segments like to begin at narrow bonds.
 */
final class Segmentation {
  private static final int LONGEST = 10;
  private static final double SHOTS = 1024;

  /** What a step costs beside its multiplications, in multiplications. */
  private static final double STEP = 6;

  /** The most numbers that the tables of one segment hold: they should stay in a core's cache. */
  private static final double TABLE = 1 << 16;

  private Segmentation() {}

  static List<Segment> of(MatrixProductState state) {
    int[] bonds = state.bonds();
    int size = state.size();
    double[] best = new double[size + 1];
    int[] from = new int[size + 1];
    Arrays.fill(best, 1, size + 1, Double.POSITIVE_INFINITY);
    for (int start = 0; start < size; start++) {
      for (int length = 1; length <= Math.min(LONGEST, size - start); length++) {
        double cost = best[start] + cost(bonds[start], bonds[start + length], length);
        if (cost < best[start + length]) {
          best[start + length] = cost;
          from[start + length] = start;
        }
      }
    }
    Deque<Integer> borders = new ArrayDeque<>();
    for (int end = size; end > 0; end = from[end]) {
      borders.push(end);
    }
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (int end : borders) {
      segments.add(new Segment(state, start, end - start));
      start = end;
    }
    return segments;
  }

  private static double cost(double left, double right, int length) {
    double leaves = Math.scalb(1.0, length);
    double table = leaves * (left * left + 2 * left * right);
    if (length > 1 && table > TABLE) {
      return Double.POSITIVE_INFINITY;
    }
    double draw = length * (left * left + STEP) + 2 * left * left + 4 * left * right + 2 * STEP;
    double prepare = leaves * left * right * (8 * right + 2 * left);
    return SHOTS * draw + prepare;
  }
}

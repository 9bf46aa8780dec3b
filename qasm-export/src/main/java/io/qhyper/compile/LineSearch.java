package io.qhyper.compile;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the best line of coupled qubits: a beam search with local improvement, then a branch and
 * bound search that proves it or finds better within a number of steps.
 */
final class LineSearch {
  /** Lines up to this length are proved on devices of today's shape, in a fraction of a second. */
  static final int MOST_PROVED = 30;

  private static final long STEPS_TO_PROVE = 20_000_000;
  private static final long STEPS_TO_TRY = 500_000;
  private static final int CHEAPEST = 10;
  private static final int ROOMIEST = 10;

  private final LineCosts costs;
  private final Arcs arcs;
  private final int[] line;
  private final boolean[] isUsed;
  private int[] best;
  private double least = Double.POSITIVE_INFINITY;
  private long steps;

  /**
   * A line.
   *
   * @param qubits the physical qubit of each place
   * @param cost −ln of the success probability
   * @param bound no line costs less
   * @param isProved whether no line costs less than this one
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(int[] qubits, double cost, double bound, boolean isProved) {}

  private LineSearch(LineCosts costs) {
    this.costs = costs;
    this.arcs = new Arcs(costs);
    this.line = new int[costs.length()];
    this.isUsed = new boolean[costs.device().qubits()];
    this.best = new int[0];
  }

  /** The best line of at least two places, as far as the search goes; empty if none was found. */
  static Optional<Found> best(LineCosts costs) {
    return new LineSearch(costs).search();
  }

  private Optional<Found> search() {
    double bound = arcs.bound();
    if (bound == Double.POSITIVE_INFINITY) {
      return Optional.empty();
    }
    LineBeam.best(costs, arcs, CHEAPEST, 0)
        .or(() -> LineBeam.best(costs, arcs, CHEAPEST, ROOMIEST))
        .map(found -> LineImprovement.improve(costs, found))
        .ifPresent(this::take);
    steps = costs.length() <= MOST_PROVED ? STEPS_TO_PROVE : STEPS_TO_TRY;
    exhaust();
    boolean isProved = steps > 0;
    return best.length == 0
        ? Optional.empty()
        : Optional.of(new Found(best, least, isProved ? least : bound, isProved));
  }

  private void take(int... found) {
    best = found.clone();
    least = costs.of(found);
  }

  private void exhaust() {
    for (int start = 0; start < isUsed.length && steps > 0; start++) {
      line[0] = start;
      isUsed[start] = true;
      extend(0, -1, 0);
      isUsed[start] = false;
    }
  }

  /** Tries all ways on from a place that was reached by an arc; {@code spent} is without it. */
  private void extend(int place, int arc, double spent) {
    if (--steps <= 0) {
      return;
    }
    if (place == line.length - 1) {
      double cost = spent + arcs.step(place, arc, -1);
      if (cost < least - 1e-12) {
        least = cost;
        best = Arrays.copyOf(line, line.length);
      }
      return;
    }
    for (int next : arcs.leaving(line[place])) {
      int qubit = arcs.to(next);
      if (!isUsed[qubit]) {
        double after = spent + arcs.step(place, arc, next);
        if (after + arcs.rest(place + 1, next) < least - 1e-12) {
          isUsed[qubit] = true;
          line[place + 1] = qubit;
          extend(place + 1, next, after);
          isUsed[qubit] = false;
        }
      }
    }
  }
}

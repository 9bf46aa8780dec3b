package io.qhyper.compile;

import java.util.Arrays;

/**
 * Improves a line piece by piece: a window of places takes the best other way between its fixed
 * neighbours, until no window gets better. A window at an end has one fixed neighbour.
 */
final class LineImprovement {
  private static final int WINDOW = 22;
  private static final int MOST_ROUNDS = 50;
  private static final int STEPS_PER_WINDOW = 20_000;

  private final LineCosts costs;
  private final int[] line;
  private final boolean[] isUsed;
  private int[] best;
  private double least;
  private int steps;

  private LineImprovement(LineCosts costs, int... start) {
    this.costs = costs;
    this.line = start.clone();
    this.isUsed = new boolean[costs.device().qubits()];
    this.best = start.clone();
    this.least = costs.of(start);
    for (int qubit : start) {
      isUsed[qubit] = true;
    }
  }

  static int[] improve(LineCosts costs, int... start) {
    LineImprovement improvement = new LineImprovement(costs, start);
    double before;
    int rounds = 0;
    do {
      before = improvement.least;
      improvement.round();
      improvement.shifts();
    } while (improvement.least < before - 1e-12 && ++rounds < MOST_ROUNDS);
    return improvement.best;
  }

  private void round() {
    int size = Math.min(WINDOW, line.length - 1);
    int stride = Math.max(1, size / 4);
    for (int first = 0; first + size <= line.length; first += stride) {
      window(first, first + size - 1);
    }
    window(line.length - size, line.length - 1);
  }

  /** Drops qubits at one end and grows as many at the other. */
  private void shifts() {
    for (int count = 2; count <= Math.min(12, line.length - 2); count += 2) {
      for (int sign : new int[] {1, -1}) {
        int[] from = best.clone();
        for (int place = 0; place < line.length; place++) {
          int old = place + sign * count;
          boolean isNew = old < 0 || old >= line.length;
          line[place] = isNew ? -1 : from[old];
        }
        Arrays.fill(isUsed, false);
        for (int qubit : line) {
          if (qubit >= 0) {
            isUsed[qubit] = true;
          }
        }
        int grown = Math.min(count + 4, line.length - 1);
        int first = sign > 0 ? line.length - grown : 0;
        for (int place = first; place < first + grown; place++) {
          if (line[place] >= 0) {
            isUsed[line[place]] = false;
          }
        }
        fill(first, first + grown - 1);
        restore();
      }
    }
  }

  private void window(int first, int last) {
    for (int place = first; place <= last; place++) {
      isUsed[line[place]] = false;
    }
    fill(first, last);
    restore();
  }

  private void fill(int first, int last) {
    steps = STEPS_PER_WINDOW;
    if (first > 0) {
      grow(first, last, 1);
    } else {
      grow(last, first, -1);
    }
  }

  private void restore() {
    System.arraycopy(best, 0, line, 0, line.length);
    Arrays.fill(isUsed, false);
    for (int qubit : line) {
      isUsed[qubit] = true;
    }
  }

  /** Fills places one after the other, from the one beside a fixed place on. */
  private void grow(int place, int end, int sign) {
    if (sign * (place - end) > 0) {
      check(place);
      return;
    }
    for (int next : costs.device().neighbours(line[place - sign])) {
      if (!isUsed[next] && --steps > 0) {
        isUsed[next] = true;
        line[place] = next;
        grow(place + sign, end, sign);
        isUsed[next] = false;
      }
    }
  }

  private void check(int behind) {
    boolean isEnd = behind < 0 || behind >= line.length;
    if (!isEnd && costs.device().cost(line[behind - 1], line[behind]) == Double.POSITIVE_INFINITY) {
      return; // also where they are not coupled
    }
    double cost = costs.of(line);
    if (cost < least - 1e-12) {
      least = cost;
      best = line.clone();
    }
  }
}

package io.qhyper.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Grows many lines place by place and keeps the cheapest that end on each qubit. */
final class LineBeam {
  private static final int KEPT_PER_END = 16;

  private final LineCosts costs;
  private final Arcs arcs;
  private final boolean[] isOdd;
  private final int[] queue;

  /** A line so far; {@code cost} is without its last place, {@code estimate} is of a whole line. */
  private record Part(Part before, int arc, int qubit, BitSet used, double cost, double estimate) {}

  private LineBeam(LineCosts costs, Arcs arcs) {
    this.costs = costs;
    this.arcs = arcs;
    this.isOdd = new boolean[costs.device().qubits()];
    this.queue = new int[isOdd.length];
  }

  /** A good line; empty if none was found. */
  static Optional<int[]> best(LineCosts costs, Arcs arcs) {
    return new LineBeam(costs, arcs).search();
  }

  private Optional<int[]> search() {
    boolean isBipartite = colour();
    int n = costs.length();
    List<Part> parts = new ArrayList<>();
    for (int qubit = 0; qubit < isOdd.length; qubit++) {
      BitSet used = new BitSet();
      used.set(qubit);
      parts.add(new Part(null, -1, qubit, used, 0, 0));
    }
    for (int place = 1; place < n; place++) {
      List<Part> longer = new ArrayList<>();
      for (Part part : parts) {
        extend(part, place, longer);
      }
      longer.sort(Comparator.comparingDouble(Part::estimate));
      parts = kept(longer, n - 1 - place, isBipartite);
    }
    return parts.stream().min(Comparator.comparingDouble(Part::estimate)).map(this::line);
  }

  private void extend(Part part, int place, List<Part> longer) {
    for (int next : arcs.leaving(part.qubit())) {
      int qubit = arcs.to(next);
      double cost = part.cost() + arcs.step(place - 1, part.arc(), next);
      double estimate = cost + arcs.rest(place, next);
      if (!part.used().get(qubit) && estimate < Double.POSITIVE_INFINITY) {
        BitSet used = (BitSet) part.used().clone();
        used.set(qubit);
        longer.add(new Part(part, next, qubit, used, cost, estimate));
      }
    }
  }

  private List<Part> kept(List<Part> sorted, int missing, boolean isBipartite) {
    int[] count = new int[isOdd.length];
    Set<List<Object>> seen = new HashSet<>();
    List<Part> kept = new ArrayList<>();
    for (Part part : sorted) {
      if (count[part.qubit()] < KEPT_PER_END
          && seen.add(List.of(part.qubit(), part.used()))
          && hasRoom(part, missing, isBipartite)) {
        count[part.qubit()]++;
        kept.add(part);
      }
    }
    return kept;
  }

  /** Whether enough free qubits can be reached; a line takes them from two classes in turn. */
  private boolean hasRoom(Part part, int missing, boolean isBipartite) {
    BitSet seen = (BitSet) part.used().clone();
    int head = 0;
    int tail = 0;
    queue[tail++] = part.qubit();
    int odd = 0;
    while (head < tail) {
      for (int next : costs.device().neighbours(queue[head++])) {
        if (!seen.get(next)) {
          seen.set(next);
          odd += isOdd[next] ? 1 : 0;
          queue[tail++] = next;
        }
      }
    }
    int reached = tail - 1;
    if (!isBipartite) {
      return reached >= missing;
    }
    int other = isOdd[part.qubit()] ? reached - odd : odd; // the class of the next qubit
    int same = reached - other;
    return Math.min(2 * other, 2 * same + 1) >= missing || missing == 0;
  }

  /** Gives coupled qubits different colours, if that can be done. */
  private boolean colour() {
    int[] colour = new int[isOdd.length];
    Arrays.fill(colour, -1);
    boolean isBipartite = true;
    for (int start = 0; start < colour.length; start++) {
      if (colour[start] >= 0) {
        continue;
      }
      int head = 0;
      int tail = 0;
      queue[tail++] = start;
      colour[start] = 0;
      while (head < tail) {
        int qubit = queue[head++];
        for (int next : costs.device().neighbours(qubit)) {
          if (colour[next] < 0) {
            colour[next] = 1 - colour[qubit];
            queue[tail++] = next;
          } else if (colour[next] == colour[qubit]) {
            isBipartite = false;
          }
        }
      }
    }
    for (int qubit = 0; qubit < colour.length; qubit++) {
      isOdd[qubit] = colour[qubit] == 1;
    }
    return isBipartite;
  }

  private int[] line(Part last) {
    int[] line = new int[costs.length()];
    Part part = last;
    for (int place = line.length - 1; place >= 0; place--) {
      line[place] = part.qubit();
      part = part.before();
    }
    return line;
  }
}

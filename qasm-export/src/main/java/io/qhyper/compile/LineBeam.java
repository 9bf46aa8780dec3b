package io.qhyper.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Grows many lines place by place and keeps, for each qubit that they end on, some that have room
 * to grow on: the cheapest, and those with the most room.
 */
final class LineBeam {
  private final LineCosts costs;
  private final Arcs arcs;
  private final Room room;
  private final int cheapest;
  private final int roomiest;

  /** A line so far; {@code cost} is without its last place, {@code estimate} is of a whole line. */
  private record Part(
      Part before, int arc, int qubit, BitSet used, double cost, double estimate, int room) {}

  private LineBeam(LineCosts costs, Arcs arcs, int cheapest, int roomiest) {
    this.costs = costs;
    this.arcs = arcs;
    this.room = new Room(costs);
    this.cheapest = cheapest;
    this.roomiest = roomiest;
  }

  /**
   * A good line; empty if none was found.
   *
   * @param cheapest how many of the cheapest parts are kept for each end
   * @param roomiest how many of those with most room are kept besides; for lines that are nearly as
   *     long as the device allows
   */
  static Optional<int[]> best(LineCosts costs, Arcs arcs, int cheapest, int roomiest) {
    return new LineBeam(costs, arcs, cheapest, roomiest).search();
  }

  private Optional<int[]> search() {
    int n = costs.length();
    List<Part> parts = new ArrayList<>();
    for (int qubit = 0; qubit < costs.device().qubits(); qubit++) {
      BitSet used = new BitSet();
      used.set(qubit);
      parts.add(new Part(null, -1, qubit, used, 0, 0, n));
    }
    for (int place = 1; place < n; place++) {
      List<Part> longer = new ArrayList<>();
      for (Part part : parts) {
        extend(part, place, longer);
      }
      int[] count = new int[costs.device().qubits()];
      Set<List<Object>> seen = new HashSet<>();
      parts = new ArrayList<>();
      longer.sort(Comparator.comparingDouble(Part::estimate));
      keep(longer, cheapest, count, seen, parts);
      longer.sort(Comparator.comparingInt((Part part) -> -part.room()));
      keep(longer, cheapest + roomiest, count, seen, parts);
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
        int behind = room.behind(qubit, used);
        if (behind >= costs.length() - 1 - place) {
          longer.add(new Part(part, next, qubit, used, cost, estimate, behind));
        }
      }
    }
  }

  private static void keep(
      List<Part> sorted, int most, int[] count, Set<List<Object>> seen, List<Part> kept) {
    for (Part part : sorted) {
      if (count[part.qubit()] < most && seen.add(List.of(part.qubit(), part.used()))) {
        count[part.qubit()]++;
        kept.add(part);
      }
    }
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

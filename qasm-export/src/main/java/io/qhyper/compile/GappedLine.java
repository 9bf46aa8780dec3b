package io.qhyper.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds a line with gaps, for devices that have no line of coupled qubits as long: neighbours need
 * not be coupled, and swaps, there and back for each gate, bridge the way between them.
 *
 * <p>Grows many lines place by place, like {@link LineBeam}, and keeps the cheapest for each qubit
 * that they end on. A qubit that is passed by with few free neighbours left will cost a gap later,
 * so that counts at once.
 */
final class GappedLine {
  private static final int KEPT = 12;
  private static final int FARTHEST = 5;
  private static final int GATES_PER_SWAP = 3;

  /** How many ordinary gaps count for each qubit that is cut off. */
  private static final double LEFT_BEHIND = 1;

  private final LineCosts costs;
  private final Distances distances;
  private final int[] usable;
  private final int[][] near;
  private final int[][] coupled;
  private final double gap;

  private record Part(Part before, int qubit, BitSet used, double cost, double estimate) {}

  private record Step(Part part, int qubit, double cost, double estimate) {}

  private GappedLine(LineCosts costs, Distances distances) {
    this.costs = costs;
    this.distances = distances;
    int n = costs.device().qubits();
    usable = IntStream.range(0, n).filter(costs::isUsable).toArray();
    near = new int[n][];
    coupled = new int[n][];
    for (int qubit : usable) {
      int from = qubit;
      near[qubit] =
          Arrays.stream(usable)
              .filter(to -> to != from && distances.hops(from, to) <= FARTHEST)
              .toArray();
      coupled[qubit] =
          Arrays.stream(near[qubit]).filter(to -> distances.hops(from, to) == 1).toArray();
    }
    double edge =
        Arrays.stream(usable)
            .mapToObj(
                from -> Arrays.stream(coupled[from]).mapToDouble(to -> distances.of(from, to)))
            .flatMapToDouble(all -> all)
            .average()
            .orElse(0);
    gap = 2 * GATES_PER_SWAP * edge;
  }

  /** The physical qubit of each place; empty if the device has not enough connected qubits. */
  static Optional<int[]> best(LineCosts costs, Distances distances) {
    return new GappedLine(costs, distances).search();
  }

  private Optional<int[]> search() {
    List<Part> parts = new ArrayList<>();
    for (int qubit = 0; qubit < near.length; qubit++) {
      if (near[qubit] != null && place(0, qubit) < Double.POSITIVE_INFINITY) {
        BitSet used = new BitSet();
        used.set(qubit);
        parts.add(new Part(null, qubit, used, place(0, qubit), 0));
      }
    }
    for (int place = 1; place < costs.length(); place++) {
      List<Step> steps = new ArrayList<>();
      for (Part part : parts) {
        extend(part, place, steps);
      }
      parts = kept(steps);
    }
    return parts.stream().min(Comparator.comparingDouble(Part::cost)).map(this::line);
  }

  private void extend(Part part, int place, List<Step> steps) {
    int before = steps.size();
    extend(part, place, near[part.qubit()], steps);
    if (steps.size() == before) {
      extend(part, place, usable, steps); // however far
    }
  }

  private void extend(Part part, int place, int[] candidates, List<Step> steps) {
    int[] endangered = endangered(part);
    for (int qubit : candidates) {
      if (!part.used().get(qubit)) {
        double cost = part.cost() + edge(place - 1, part.qubit(), qubit) + place(place, qubit);
        if (cost < Double.POSITIVE_INFINITY) {
          double left = part.estimate() - part.cost() + leftBehind(endangered, qubit);
          steps.add(new Step(part, qubit, cost, cost + left));
        }
      }
    }
  }

  private double place(int place, int qubit) {
    double least = Double.POSITIVE_INFINITY;
    for (int directions = 0; directions < 4; directions++) {
      least = Math.min(least, costs.place(place, directions, qubit));
    }
    return least;
  }

  private double edge(int place, int qubit, int next) {
    return distances.hops(qubit, next) == 1
        ? costs.edge(place, qubit, next)
        : costs.gates(place) * 2 * GATES_PER_SWAP * distances.of(qubit, next);
  }

  /** The free neighbours of a part's end that have no two other free neighbours. */
  private int[] endangered(Part part) {
    return Arrays.stream(coupled[part.qubit()])
        .filter(side -> !part.used().get(side) && ways(part, side) < 2)
        .toArray();
  }

  private int ways(Part part, int side) {
    int ways = 0;
    for (int way : coupled[side]) {
      ways += way != part.qubit() && !part.used().get(way) ? 1 : 0;
    }
    return ways;
  }

  private double leftBehind(int[] endangered, int next) {
    double cost = 0;
    for (int side : endangered) {
      cost += side == next ? 0 : LEFT_BEHIND * gap;
    }
    return cost;
  }

  private List<Part> kept(List<Step> steps) {
    steps.sort(Comparator.comparingDouble(Step::estimate));
    int[] count = new int[near.length];
    Set<List<Object>> seen = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    for (Step step : steps) {
      if (count[step.qubit()] < KEPT) {
        BitSet used = (BitSet) step.part().used().clone();
        used.set(step.qubit());
        if (seen.add(List.of(step.qubit(), used))) {
          count[step.qubit()]++;
          parts.add(new Part(step.part(), step.qubit(), used, step.cost(), step.estimate()));
        }
      }
    }
    return parts;
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

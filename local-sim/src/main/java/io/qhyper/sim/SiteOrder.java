package io.qhyper.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Puts a plan's wires on a line: as on their path where they form one, otherwise in the cheapest of
 * three orders, by ascending qubit, by the bits that show them, and breadth first from an end
 * (Cuthill and McKee, Reducing the bandwidth of sparse symmetric matrices, 1969).
 */
final class SiteOrder {
  private SiteOrder() {}

  /** The line of the order whose bonds cost least. */
  static SiteLine of(Plan plan, OptionalInt maxBond) {
    SwapFree circuit = SwapFree.of(plan);
    int[][] neighbours = neighbours(plan.qubits(), circuit);
    List<int[]> orders =
        List.of(
            LineOrder.of(neighbours, keys(plan, circuit)),
            IntStream.range(0, plan.qubits()).toArray(),
            breadthFirst(neighbours));
    return orders.stream()
        .map(order -> new SiteLine(plan, circuit, order))
        .min(Comparator.comparingDouble(line -> BondEstimate.of(line, maxBond).milliseconds()))
        .orElseThrow();
  }

  private static int[][] neighbours(int wires, SwapFree circuit) {
    List<TreeSet<Integer>> neighbours = new ArrayList<>();
    IntStream.range(0, wires).forEach(wire -> neighbours.add(new TreeSet<>()));
    for (SwapFree.Wired gate : circuit.gates()) {
      int[] on = gate.wires();
      for (int i = 1; i < on.length; i++) {
        neighbours.get(on[i - 1]).add(on[i]);
        neighbours.get(on[i]).add(on[i - 1]);
      }
    }
    return neighbours.stream()
        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** The lowest classical bit that shows a wire; those that none shows come last. */
  private static int[] keys(Plan plan, SwapFree circuit) {
    int[] keys = new int[plan.qubits()];
    Arrays.setAll(keys, wire -> plan.bits() + wire);
    for (Readout readout : plan.readouts()) {
      int wire = circuit.ends()[readout.qubit()];
      keys[wire] = Math.min(keys[wire], readout.bit());
    }
    return keys;
  }

  private static int[] breadthFirst(int[][] neighbours) {
    List<Integer> order = new ArrayList<>();
    BitSet placed = new BitSet();
    Comparator<Integer> byDegree = Comparator.comparingInt(wire -> neighbours[wire].length);
    List<Integer> starts = IntStream.range(0, neighbours.length).boxed().sorted(byDegree).toList();
    for (int start : starts) {
      int next = order.size();
      if (!placed.get(start)) {
        placed.set(start);
        order.add(start);
      }
      for (; next < order.size(); next++) {
        Arrays.stream(neighbours[order.get(next)])
            .filter(wire -> !placed.get(wire))
            .boxed()
            .sorted(byDegree)
            .forEach(
                wire -> {
                  placed.set(wire);
                  order.add(wire);
                });
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}

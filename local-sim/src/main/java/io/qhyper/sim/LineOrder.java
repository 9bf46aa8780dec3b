package io.qhyper.sim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Puts qubits that pairs of gates join into an order in which few pairs reach far.
 *
 * <p>Qubits that hang together follow each other. Where they form a path they stand as on it;
 * elsewhere, and as far as there is a choice, the one that shows in the lower classical bit comes
 * first, so that tables over a register are written in their own order.
 */
final class LineOrder {
  private final int[][] neighbours;
  private final int[] keys;
  private final BitSet placed = new BitSet();

  private LineOrder(int[][] neighbours, int[] keys) {
    this.neighbours = neighbours;
    this.keys = keys;
  }

  /**
   * The order.
   *
   * @param neighbours for each qubit those that a pair joins it with
   * @param keys for each qubit what decides where the pairs leave a choice; all different
   * @return for each position its qubit
   */
  static int[] of(int[][] neighbours, int[] keys) {
    LineOrder order = new LineOrder(neighbours, keys);
    List<List<Integer>> components = new ArrayList<>();
    for (int qubit = 0; qubit < keys.length; qubit++) {
      if (!order.placed.get(qubit)) {
        components.add(order.component(qubit));
      }
    }
    components.sort(Comparator.comparingInt(component -> keys[component.get(0)]));
    return components.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }

  /** All qubits that hang together with one, in order. */
  private List<Integer> component(int start) {
    List<Integer> found = new ArrayList<>(List.of(start));
    placed.set(start);
    for (int next = 0; next < found.size(); next++) {
      for (int neighbour : neighbours[found.get(next)]) {
        if (!placed.get(neighbour)) {
          placed.set(neighbour);
          found.add(neighbour);
        }
      }
    }
    found.sort(Comparator.comparingInt(qubit -> keys[qubit]));
    return isPath(found) ? walk(found) : found;
  }

  private boolean isPath(List<Integer> component) {
    return component.stream().allMatch(qubit -> neighbours[qubit].length <= 2)
        && component.stream().anyMatch(qubit -> neighbours[qubit].length <= 1);
  }

  /** A path from that of its ends with the lower key to the other. */
  private List<Integer> walk(List<Integer> component) {
    int here =
        component.stream().filter(qubit -> neighbours[qubit].length <= 1).findFirst().orElseThrow();
    List<Integer> path = new ArrayList<>();
    int before = -1;
    while (path.size() < component.size()) {
      path.add(here);
      for (int neighbour : neighbours[here]) {
        if (neighbour != before) {
          before = here;
          here = neighbour;
          break;
        }
      }
    }
    return path;
  }
}

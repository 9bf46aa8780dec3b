package io.qhyper.compile;

import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which qubits of a circuit meet in two-qubit gates, and how often. */
final class Interactions {
  private final List<TreeMap<Integer, Integer>> weights = new ArrayList<>();
  private final TreeSet<Integer> active = new TreeSet<>();

  Interactions(List<Instruction> steps, int qubits) {
    for (int qubit = 0; qubit < qubits; qubit++) {
      weights.add(new TreeMap<>());
    }
    for (Instruction step : StepList.flat(steps)) {
      List<Integer> on = step.qubits();
      if (!(step instanceof Barrier || step instanceof Conditional)) {
        active.addAll(on);
        if (on.size() == 2) {
          weights.get(on.get(0)).merge(on.get(1), 1, Integer::sum);
          weights.get(on.get(1)).merge(on.get(0), 1, Integer::sum);
        }
      }
    }
  }

  /** Partner → number of common gates. */
  SortedMap<Integer, Integer> of(int qubit) {
    return weights.get(qubit);
  }

  /** The qubits that anything but a barrier touches, ascending. */
  SortedSet<Integer> active() {
    return active;
  }

  /** Whether any two qubits meet. */
  boolean isEmpty() {
    return weights.stream().allMatch(TreeMap::isEmpty);
  }

  /**
   * The active qubits in an order in which all that meet are neighbours; empty if there is none.
   * Lines that do not meet follow each other by their lowest end.
   */
  Optional<List<Integer>> line() {
    TreeSet<Integer> open = new TreeSet<>(active);
    List<Integer> order = new ArrayList<>();
    for (int start : active) {
      if (weights.get(start).size() > 2) {
        return Optional.empty();
      }
      if (weights.get(start).size() < 2 && open.remove(start)) {
        order.add(start);
        follow(start, open, order);
      }
    }
    return open.isEmpty() ? Optional.of(order) : Optional.empty(); // what is left are rings
  }

  private void follow(int start, Set<Integer> open, List<Integer> order) {
    int qubit = start;
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (int next : weights.get(qubit).keySet()) {
        if (open.remove(next)) {
          order.add(next);
          qubit = next;
          isGrowing = true;
          break;
        }
      }
    }
  }
}

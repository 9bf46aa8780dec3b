package io.qhyper.compile;

import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Relabelling;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * A layout and how it was found.
 *
 * @param layout the physical qubit of each qubit
 * @param bound of the success probability of lines
 */
record LayoutChoice(List<Integer> layout, LayoutSource source, OptionalDouble bound) {

  /** A user's layout. */
  static LayoutChoice pinned(List<Integer> layout, int qubits, int deviceQubits) {
    Set<Integer> seen = new HashSet<>();
    for (int physical : layout) {
      if (physical < 0 || physical >= deviceQubits || !seen.add(physical)) {
        throw new CompileException(
            "a layout needs different qubits in 0..%d, got %d %s"
                .formatted(deviceQubits - 1, physical, seen.contains(physical) ? "twice" : ""));
      }
    }
    if (layout.size() != qubits) {
      throw new CompileException(
          "the layout names %d qubits, the circuit has %d".formatted(layout.size(), qubits));
    }
    return new LayoutChoice(layout, LayoutSource.PINNED, OptionalDouble.empty());
  }

  /** The best line for circuits that are lines, a placement near to partners for others. */
  static LayoutChoice search(List<Instruction> steps, int qubits, DeviceGraph device) {
    Interactions interactions = new Interactions(steps, qubits);
    Optional<List<Integer>> order = interactions.isEmpty() ? Optional.empty() : interactions.line();
    return order
        .flatMap(line -> line(steps, line, qubits, device))
        .orElseGet(
            () ->
                new LayoutChoice(
                    Placement.of(interactions, qubits, device),
                    LayoutSource.PLACED,
                    OptionalDouble.empty()));
  }

  private static Optional<LayoutChoice> line(
      List<Instruction> steps, List<Integer> order, int qubits, DeviceGraph device) {
    int[] place = new int[qubits];
    for (int i = 0; i < order.size(); i++) {
      place[order.get(i)] = i;
    }
    Relabelling onLine = new Relabelling(Function.identity(), qubit -> place[qubit]);
    List<Instruction> lined = steps.stream().map(step -> step.mapped(onLine)).toList();
    LineCosts costs = new LineCosts(lined, order.size(), device);
    return LineSearch.best(costs)
        .map(
            found -> {
              int[] layout = new int[qubits];
              Arrays.fill(layout, -1);
              for (int i = 0; i < found.qubits().length; i++) {
                layout[order.get(i)] = found.qubits()[i];
              }
              return new LayoutChoice(
                  Placement.completed(layout, device.qubits()),
                  found.isProved() ? LayoutSource.BEST_LINE : LayoutSource.GOOD_LINE,
                  OptionalDouble.of(Math.exp(-found.bound())));
            });
  }
}

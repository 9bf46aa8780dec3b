package io.qhyper.compile;

import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Relabelling;
import java.util.ArrayList;
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

  /**
   * The best line for circuits that are lines; where there is none, and for other circuits, what is
   * worth routing.
   */
  static List<LayoutChoice> search(
      List<Instruction> steps, int qubits, DeviceGraph device, Distances distances) {
    Interactions interactions = new Interactions(steps, qubits);
    List<LayoutChoice> choices = new ArrayList<>();
    if (!interactions.isEmpty() && interactions.line().isPresent()) {
      List<Integer> order = interactions.line().get();
      LineCosts costs = costs(steps, order, qubits, device);
      Optional<LayoutChoice> line =
          LineSearch.best(costs).map(found -> line(found, order, qubits, device));
      if (line.isPresent()) {
        return List.of(line.get());
      }
      GappedLine.best(costs, distances)
          .map(found -> layout(found, order, qubits, device))
          .ifPresent(
              layout ->
                  choices.add(
                      new LayoutChoice(
                          layout, LayoutSource.LINE_WITH_GAPS, OptionalDouble.empty())));
    }
    choices.add(
        new LayoutChoice(
            Placement.of(interactions, qubits, device, distances),
            LayoutSource.PLACED,
            OptionalDouble.empty()));
    return choices;
  }

  private static LineCosts costs(
      List<Instruction> steps, List<Integer> order, int qubits, DeviceGraph device) {
    int[] place = new int[qubits];
    for (int i = 0; i < order.size(); i++) {
      place[order.get(i)] = i;
    }
    Relabelling onLine = new Relabelling(Function.identity(), qubit -> place[qubit]);
    List<Instruction> lined = steps.stream().map(step -> step.mapped(onLine)).toList();
    return new LineCosts(lined, order.size(), device);
  }

  private static LayoutChoice line(
      LineSearch.Found found, List<Integer> order, int qubits, DeviceGraph device) {
    return new LayoutChoice(
        layout(found.qubits(), order, qubits, device),
        found.isProved() ? LayoutSource.BEST_LINE : LayoutSource.GOOD_LINE,
        OptionalDouble.of(Math.exp(-found.bound())));
  }

  private static List<Integer> layout(
      int[] found, List<Integer> order, int qubits, DeviceGraph device) {
    int[] layout = new int[qubits];
    Arrays.fill(layout, -1);
    for (int i = 0; i < found.length; i++) {
      layout[order.get(i)] = found[i];
    }
    return Placement.completed(layout, device.qubits());
  }
}

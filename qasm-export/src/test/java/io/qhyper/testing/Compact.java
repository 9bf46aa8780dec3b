package io.qhyper.testing;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.circuit.Relabelling;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Takes the qubits out of a circuit that nothing touches, so that it can be simulated. */
public final class Compact {
  private Compact() {}

  /** The same circuit on its touched qubits only, in their order. */
  public static Circuit of(Circuit circuit) {
    TreeSet<Integer> touched = new TreeSet<>();
    circuit.instructions().forEach(step -> touched.addAll(step.qubits()));
    List<Integer> order = new ArrayList<>(touched);
    Relabelling labels = new Relabelling(Function.identity(), order::indexOf);
    return new Circuit(
        QubitLabels.VIRTUAL,
        order.size(),
        circuit.registers(),
        circuit.parameters(),
        circuit.instructions().stream().map(step -> step.mapped(labels)).toList());
  }
}

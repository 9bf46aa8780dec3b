package io.qhyper.qasm;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Gate;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.Instruction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gates that a circuit calls, each after the ones that its definition calls. */
final class CalledGates {
  private final Map<String, Gate> byName = new LinkedHashMap<>();

  private CalledGates() {}

  /**
   * Collects the gates of a circuit.
   *
   * @throws IllegalArgumentException if two different gates have one name
   */
  static Collection<Gate> calledBy(Circuit circuit) {
    CalledGates gates = new CalledGates();
    gates.addAll(circuit.instructions());
    return gates.byName.values();
  }

  private void addAll(List<? extends Instruction> steps) {
    for (Instruction step : steps) {
      if (step instanceof GateCall call) {
        add(call.gate());
      } else if (step instanceof Conditional conditional) {
        addAll(conditional.then());
        addAll(conditional.otherwise());
      }
    }
  }

  private void add(Gate gate) {
    Gate known = byName.get(gate.text());
    if (known == null) {
      if (gate instanceof GateDefinition definition) {
        addAll(definition.body());
      }
      byName.put(gate.text(), gate);
    } else if (!known.equals(gate)) {
      throw new IllegalArgumentException(
          "two different gates are called '" + gate.text() + "'; rename one");
    }
  }
}

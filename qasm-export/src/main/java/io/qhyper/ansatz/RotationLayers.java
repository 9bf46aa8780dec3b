package io.qhyper.ansatz;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import java.util.List;

/** Builds an ansatz out of layers of equal rotations with given places in the parameter vector. */
final class RotationLayers {
  private final int qubits;
  private final List<Parameter> parameters;
  private final CircuitBuilder circuit;

  RotationLayers(Ansatz ansatz) {
    this.qubits = ansatz.qubits();
    this.parameters = ansatz.parameters();
    this.circuit = Circuit.builder(qubits).parameters(parameters);
  }

  /** Rotates every qubit by the parameters from {@code first} on, one a qubit. */
  void rotate(GateName rotation, int first) {
    for (int qubit = 0; qubit < qubits; qubit++) {
      circuit.gate(rotation, Angle.of(parameters.get(first + qubit)), qubit);
    }
  }

  CircuitBuilder circuit() {
    return circuit;
  }

  Circuit measured() {
    return circuit.measureAll("c").build();
  }
}

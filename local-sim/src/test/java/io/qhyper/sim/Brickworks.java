package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import java.util.Random;

/** Brickwork circuits with random angles. */
final class Brickworks {
  private Brickworks() {}

  /** A circuit that measures qubit k into bit k of register c; angles uniform in [0, most). */
  static Circuit of(int qubits, int layers, Random random, double most) {
    CircuitBuilder builder = Circuit.builder(qubits);
    for (int layer = 1; layer <= layers; layer++) {
      for (int qubit = layer % 2; qubit < qubits - 1; qubit += 2) {
        builder.gate(GateName.CX, qubit, qubit + 1);
      }
      for (int qubit = 0; qubit < qubits; qubit++) {
        builder.gate(GateName.RY, Angle.of(most * random.nextDouble()), qubit);
        builder.gate(GateName.RZ, Angle.of(most * random.nextDouble()), qubit);
      }
    }
    return builder.measureAll("c").build();
  }
}

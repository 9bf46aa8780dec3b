package io.qhyper.circuit;

import java.util.List;

/**
 * Measures a qubit in the Z basis into a classical bit.
 *
 * @param bit the classical bit, numbered through all registers
 */
public record Measure(int qubit, int bit) implements Instruction {
  @Override
  public List<Integer> qubits() {
    return List.of(qubit);
  }

  @Override
  public Measure mapped(Relabelling relabelling) {
    return new Measure(relabelling.qubits().applyAsInt(qubit), bit);
  }
}

package io.qhyper.circuit;

import java.util.List;

/** Puts a qubit into |0⟩, whatever it was. */
public record Reset(int qubit) implements Instruction {
  @Override
  public List<Integer> qubits() {
    return List.of(qubit);
  }

  @Override
  public Reset mapped(Relabelling relabelling) {
    return new Reset(relabelling.qubits().applyAsInt(qubit));
  }
}

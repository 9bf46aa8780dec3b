package io.qhyper.circuit;

import java.util.List;

/**
 * Keeps compilers from moving gates across it on the given qubits; does nothing to the state.
 *
 * @param qubits at least one
 */
public record Barrier(List<Integer> qubits) implements Instruction {
  public Barrier {
    qubits = List.copyOf(qubits);
    if (qubits.isEmpty()) {
      throw new IllegalArgumentException("a barrier needs at least one qubit, got none");
    }
  }

  @Override
  public Barrier mapped(Relabelling relabelling) {
    return new Barrier(relabelling.qubits(qubits));
  }
}

package io.qhyper.ansatz;

import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;

/** Which pairs of qubits an entangling layer couples by CX, in order. */
public enum Entanglement {
  /** CX(0→1), CX(1→2), …, CX(N−2→N−1). */
  LINEAR,
  /** CX(N−1→0) where N is at least 3, then as linear. */
  CIRCULAR,
  /** CX(i→j) for all i &lt; j, by i and then j. */
  FULL;

  void append(CircuitBuilder circuit, int qubits) {
    if (this == CIRCULAR && qubits > 2) {
      circuit.gate(GateName.CX, qubits - 1, 0);
    }
    for (int control = 0; control < qubits; control++) {
      int last = this == FULL ? qubits - 1 : Math.min(control + 1, qubits - 1);
      for (int target = control + 1; target <= last; target++) {
        circuit.gate(GateName.CX, control, target);
      }
    }
  }
}

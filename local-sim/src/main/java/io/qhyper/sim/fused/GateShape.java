package io.qhyper.sim.fused;

import io.qhyper.circuit.GateName;

/**
 * A gate without its numbers.
 *
 * @param name what it is
 * @param controls qubits; only read
 * @param targets other qubits, the least significant bit of the matrix index first; only read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GateShape(GateName name, int[] controls, int[] targets) {
  /** The qubits as a mask. */
  int mask() {
    int mask = 0;
    for (int qubit : controls) {
      mask |= 1 << qubit;
    }
    for (int qubit : targets) {
      mask |= 1 << qubit;
    }
    return mask;
  }

  /** How many qubits it names. */
  int width() {
    return controls.length + targets.length;
  }
}

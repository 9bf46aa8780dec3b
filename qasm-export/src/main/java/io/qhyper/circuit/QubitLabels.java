package io.qhyper.circuit;

/** What a circuit's qubit numbers mean. */
public enum QubitLabels {
  /** Positions in one register {@code q}; a compiler may place them anywhere. */
  VIRTUAL,
  /** Physical qubits {@code $n} of one device. */
  PHYSICAL
}

package io.qhyper.bench;

/** Circuits of all sizes, at fixed random angles. */
interface CircuitFamily {
  /** The circuit without gates that nothing measured depends on, as training sends it. */
  CircuitCase live(int qubits, int layers);

  /** The whole circuit. */
  CircuitCase whole(int qubits, int layers);
}

package io.qhyper.circuit;

/** Something that can be called with angles on qubits: a standard gate or a user's definition. */
public sealed interface Gate permits GateName, GateDefinition {
  /** The name that OpenQASM text calls it by. */
  String text();

  /** How many angles a call gives. */
  int angleCount();

  /** How many qubits a call names, its controls included. */
  int qubitCount();
}

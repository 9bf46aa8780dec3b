package io.qhyper.circuit;

import java.util.List;

/** One step of a circuit. */
public sealed interface Instruction permits GateCall, Barrier, Reset, Measure, Delay, Conditional {

  /** The qubits that the step touches, in the order in which it names them. */
  List<Integer> qubits();

  /** The same step with every angle's parameters replaced, and every qubit renumbered. */
  Instruction mapped(Relabelling relabelling);
}

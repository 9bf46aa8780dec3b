package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Parameter;
import java.util.List;

/**
 * A program made ready to run: prefix, then tail, then readouts.
 *
 * @param parameters the inputs, in the order of rows
 * @param qubits number of compact qubits: those that a live gate touches, renumbered without gaps
 *     in ascending order; all others take no amplitudes
 * @param registers classical registers
 * @param bits number of classical bits
 * @param prefix gates before anything is measured whose outcome matters later, or reset
 * @param tail what follows; empty if all measurements are terminal
 * @param readouts terminal measurements: nothing after them touches their qubit or reads or writes
 *     their bit
 */
record Plan(
    List<Parameter> parameters,
    int qubits,
    List<ClassicalRegister> registers,
    int bits,
    List<PlannedGate> prefix,
    List<TailStep> tail,
    List<Readout> readouts) {
  Plan {
    prefix = List.copyOf(prefix);
    tail = List.copyOf(tail);
    readouts = List.copyOf(readouts);
  }

  /** Whether every measurement is terminal and nothing is reset or conditional. */
  boolean isTerminal() {
    return tail.isEmpty();
  }
}

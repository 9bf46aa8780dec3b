package io.qhyper.compile;

import io.qhyper.circuit.GateName;
import java.util.Optional;

/** The native gates that may be used on qubits and between them. */
interface Couplings {
  /**
   * A two-qubit gate in the direction in which the device has it.
   *
   * @param gate cz, ecr or rzz
   * @param first the qubit that the gate names first
   */
  record Link(GateName gate, int first, int second) {}

  /** The cz or ecr between two qubits, in either order; empty if there is none to be used. */
  Optional<Link> entangler(int a, int b);

  /** The rzz between two qubits, in either order; empty if there is none to be used. */
  Optional<Link> rzz(int a, int b);

  /** Whether the pulses on a qubit may be rx besides sx and x. */
  NativeGates pulses(int qubit);
}

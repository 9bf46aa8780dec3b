package io.qhyper.backend.ibm;

import io.qhyper.circuit.Circuit;
import java.util.OptionalDouble;

/** Brings programs to a device's qubits and gates; keeps inputs and registers. */
@FunctionalInterface
public interface ProgramCompiler {
  /**
   * A program as a device runs it.
   *
   * @param seconds of one execution, readout included; empty if unknown
   */
  record Compiled(Circuit circuit, OptionalDouble seconds) {}

  /**
   * The program on the device.
   *
   * @throws IllegalArgumentException if the device cannot run it
   */
  Compiled compile(Circuit circuit);
}

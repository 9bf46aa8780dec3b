package io.qhyper.backend.ibm;

import io.qhyper.circuit.Circuit;
import java.util.OptionalDouble;

/** For programs that are native to the device. */
final class NoCompiler {
  private NoCompiler() {}

  static ProgramCompiler.Compiled asGiven(Circuit circuit) {
    return new ProgramCompiler.Compiled(circuit, OptionalDouble.empty());
  }
}

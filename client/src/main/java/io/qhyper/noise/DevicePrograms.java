package io.qhyper.noise;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.QubitLabels;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.IsaCheck;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes a program run on a device's own qubits and gates, as hardware would get it, with all its
 * inputs kept. A program on physical qubits is taken as it is, if the device can run it.
 *
 * @param options how to compile
 */
public record DevicePrograms(Target target, CompileOptions options)
    implements UnaryOperator<Circuit> {
  /**
   * The program on the device.
   *
   * @throws io.qhyper.compile.CompileException if the device cannot run it
   * @throws IllegalArgumentException if it is on physical qubits and uses what the device lacks or
   *     what is faulty
   */
  @Override
  public Circuit apply(Circuit circuit) {
    if (circuit.labels() == QubitLabels.PHYSICAL) {
      List<String> violations = IsaCheck.violations(circuit.flattened(), target);
      if (!violations.isEmpty()) {
        throw new IllegalArgumentException(
            "the program does not fit device " + target.name() + ": " + violations.get(0));
      }
      return circuit;
    }
    Circuit compiled = IsaCompiler.compile(circuit, target, options).circuit();
    return new Circuit(
        compiled.labels(),
        compiled.qubits(),
        compiled.registers(),
        circuit.parameters(),
        compiled.instructions());
  }
}

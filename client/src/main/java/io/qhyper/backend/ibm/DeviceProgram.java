package io.qhyper.backend.ibm;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.qasm.QasmReader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A program made ready for a device, with its inputs still open.
 *
 * @param inputs of the program as it came; rows give values in this order
 * @param compiled with the same inputs, on the device's qubits and gates
 * @param seconds of one execution, readout included; empty if unknown
 */
record DeviceProgram(List<Parameter> inputs, Circuit compiled, OptionalDouble seconds) {

  /**
   * Reads and compiles a program.
   *
   * @throws IllegalArgumentException if it cannot be read, compiled, or measures nothing
   */
  static DeviceProgram of(String text, ProgramCompiler compiler) {
    Circuit circuit = QasmReader.read(text);
    if (circuit.registers().isEmpty()) {
      throw new IllegalArgumentException(
          "the program has no classical register, it measures nothing");
    }
    ProgramCompiler.Compiled compiled = compiler.compile(circuit);
    return new DeviceProgram(circuit.parameters(), compiled.circuit(), compiled.seconds());
  }

  /** The time of its jobs, where that of other programs is known. */
  QpuTime time(QpuTime others) {
    return seconds.isPresent() ? others.withCircuitTime(seconds.getAsDouble()) : others;
  }

  /** Widths of the registers in the order of declaration. */
  Map<String, Integer> registers() {
    Map<String, Integer> widths = new LinkedHashMap<>();
    for (ClassicalRegister register : compiled.registers()) {
      widths.put(register.name(), register.width());
    }
    return widths;
  }

  /** The program with numbers in the place of its inputs. */
  String bound(double[] row) {
    return Qasm3Writer.write(compiled.bind(Binding.of(inputs, row)));
  }

  /**
   * The program with its inputs declared in the order of their names, since it is not sure whether
   * the service counts columns by name or by declaration (reference, section 3.2).
   */
  String open() {
    return Qasm3Writer.write(
        new Circuit(
            compiled.labels(),
            compiled.qubits(),
            compiled.registers(),
            sortedInputs(),
            compiled.instructions()));
  }

  /** Number of angles that an input occurs in. */
  long openAngles() {
    return openAngles(compiled.instructions());
  }

  private static long openAngles(List<Instruction> steps) {
    long count = 0;
    for (Instruction step : steps) {
      if (step instanceof GateCall call) {
        count += call.angles().stream().filter(angle -> !angle.isConstant()).count();
      } else if (step instanceof Conditional conditional) {
        count += openAngles(conditional.then()) + openAngles(conditional.otherwise());
      }
    }
    return count;
  }

  private List<Parameter> sortedInputs() {
    return compiled.parameters().stream().sorted(Comparator.comparing(Parameter::name)).toList();
  }

  /** A row in the order of the inputs of {@link #open}. */
  double[] sorted(double[] row) {
    Binding binding = Binding.of(inputs, row);
    return sortedInputs().stream().mapToDouble(binding::value).toArray();
  }
}

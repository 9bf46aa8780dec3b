package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.QubitLabels;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What both versions of the language print alike: names of bits and qubits, calls, definitions. */
final class ProgramText {
  private final Circuit circuit;
  private final String qubitRegister;
  private final String[] bitNames;

  ProgramText(Circuit circuit) {
    this.circuit = circuit;
    this.qubitRegister = freeName(circuit);
    this.bitNames = new String[circuit.bits()];
    for (ClassicalRegister register : circuit.registers()) {
      for (int i = 0; i < register.width(); i++) {
        bitNames[register.offset() + i] = register.name() + "[" + i + "]";
      }
    }
  }

  /** The name q, with underscores behind it while something else has that name. */
  private static String freeName(Circuit circuit) {
    String name = "q";
    while (isTaken(circuit, name)) {
      name += "_";
    }
    return name;
  }

  private static boolean isTaken(Circuit circuit, String name) {
    return circuit.registers().stream().anyMatch(register -> register.name().equals(name))
        || circuit.parameters().stream().anyMatch(parameter -> parameter.name().equals(name))
        || CalledGates.calledBy(circuit).stream().anyMatch(gate -> gate.text().equals(name));
  }

  String qubitRegister() {
    return qubitRegister;
  }

  String bit(int bit) {
    return bitNames[bit];
  }

  /** A qubit of the register. */
  String registerQubit(int qubit) {
    return qubitRegister + "[" + qubit + "]";
  }

  /** A qubit by what the circuit's labels mean. */
  String qubit(int qubit) {
    return circuit.labels() == QubitLabels.PHYSICAL ? "$" + qubit : registerQubit(qubit);
  }

  /** A call by a name, its angles and its qubits, without modifiers or semicolon. */
  static String call(String name, GateCall call, IntFunction<String> qubitName) {
    String angles =
        call.angles().isEmpty()
            ? ""
            : call.angles().stream()
                .map((Angle angle) -> Decimals.print(angle))
                .collect(Collectors.joining(", ", "(", ")"));
    String qubits = call.qubits().stream().map(qubitName::apply).collect(Collectors.joining(", "));
    return name + angles + (qubits.isEmpty() ? "" : " " + qubits);
  }

  /** A definition whose body the given function prints, call by call. */
  static String definition(
      GateDefinition definition, java.util.function.Function<GateCall, String> body) {
    String parameters =
        definition.parameters().isEmpty()
            ? ""
            : definition.parameters().stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", "(", ")"));
    String qubits =
        IntStream.range(0, definition.qubitCount())
            .mapToObj(ProgramText::formalQubit)
            .collect(Collectors.joining(", "));
    List<String> calls = definition.body().stream().map(body).toList();
    return "gate "
        + definition.text()
        + parameters
        + " "
        + qubits
        + " {"
        + (calls.isEmpty() ? " " : calls.stream().collect(Collectors.joining("; ", " ", "; ")))
        + "}";
  }

  /** The name of a formal qubit; no formal parameter that we print looks like it. */
  static String formalQubit(int qubit) {
    return "q" + qubit + "_";
  }
}

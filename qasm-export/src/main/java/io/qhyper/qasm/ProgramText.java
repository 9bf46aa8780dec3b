package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.QubitLabels;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
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
    Set<String> taken = new HashSet<>();
    circuit.registers().forEach(register -> taken.add(register.name()));
    circuit.parameters().forEach(parameter -> taken.add(parameter.name()));
    CalledGates.calledBy(circuit).forEach(gate -> taken.add(gate.text()));
    String name = "q";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
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
      GateDefinition definition, BiFunction<GateCall, IntFunction<String>, String> body) {
    String parameters =
        definition.parameters().isEmpty()
            ? ""
            : definition.parameters().stream()
                .map(Parameter::name)
                .collect(Collectors.joining(", ", "(", ")"));
    IntFunction<String> formalQubit = formalQubits(definition);
    String qubits =
        IntStream.range(0, definition.qubitCount())
            .mapToObj(formalQubit)
            .collect(Collectors.joining(", "));
    String calls =
        definition.body().stream()
            .map(call -> body.apply(call, formalQubit) + "; ")
            .collect(Collectors.joining());
    return "gate " + definition.text() + parameters + " " + qubits + " { " + calls + "}";
  }

  /** The names q0_, q1_ …, with more underscores while the definition uses such a name itself. */
  private static IntFunction<String> formalQubits(GateDefinition definition) {
    Set<String> used = new HashSet<>();
    definition.parameters().forEach(parameter -> used.add(parameter.name()));
    definition.body().forEach(call -> used.add(call.gate().text()));
    String end = "_";
    while (anyUsed(used, end, definition.qubitCount())) {
      end += "_";
    }
    String suffix = end;
    return qubit -> "q" + qubit + suffix;
  }

  private static boolean anyUsed(Set<String> used, String suffix, int qubits) {
    return IntStream.range(0, qubits).anyMatch(qubit -> used.contains("q" + qubit + suffix));
  }
}

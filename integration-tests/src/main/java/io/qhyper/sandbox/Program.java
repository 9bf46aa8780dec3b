package io.qhyper.sandbox;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.QasmReader;
import io.qhyper.qasm.QasmSyntaxException;
import io.qhyper.sim.SimulatedProgram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of a job, read and checked.
 *
 * @param rows values in the order in which the program declares its inputs
 */
record Program(SimulatedProgram simulated, List<double[]> rows, Pub pub) {
  private static final int NOT_VALID = 3211;
  private static final int NOT_ISA = 1517;
  private static final long AMPLITUDE_BYTES = 16;

  /** What the service's loader does not take, of all that the product's reader does (4.1). */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\b(const|let|box|ctrl|negctrl|inv|pow|gphase|for|while|switch|def|extern|output"
              + "|return|durationof|defcal|cal)\\b|\\+\\+");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

  /** A program that makes its job fail. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Outcome outcome;

    Invalid(int code, String reason, String solution) {
      super(reason);
      this.outcome = Outcome.failed(code, reason, solution);
    }

    Outcome outcome() {
      return outcome;
    }
  }

  /**
   * Reads a program for a device.
   *
   * @throws Invalid if the device does not take it
   */
  static Program of(Pub pub, DeviceRules rules) throws Invalid {
    Circuit circuit = circuit(pub.text());
    List<double[]> rows = new ArrayList<>();
    for (List<Double> row : rows(pub.values(), circuit.parameters())) {
      double[] values = row.stream().mapToDouble(Double::doubleValue).toArray();
      Binding binding = Binding.of(circuit.parameters(), values);
      Optional<String> violation = rules.violation(circuit, binding);
      if (violation.isPresent()) {
        throw new Invalid(
            NOT_ISA,
            "The circuits do not match the target definition: it does not support "
                + violation.get()
                + ".",
            "Compile the circuits for the device before they are submitted.");
      }
      rows.add(values);
    }
    return new Program(simulated(circuit), rows, pub);
  }

  private static Circuit circuit(String text) throws Invalid {
    Matcher foreign = FOREIGN.matcher(COMMENT.matcher(text).replaceAll(" "));
    if (foreign.find()) {
      throw invalid("the loader does not take '" + foreign.group() + "'");
    }
    try {
      Circuit circuit = QasmReader.read(text);
      if (circuit.registers().isEmpty()) {
        throw invalid("a circuit has no classical register");
      }
      return circuit;
    } catch (QasmSyntaxException | IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private static Invalid invalid(String reason) {
    return new Invalid(NOT_VALID, "The job is not valid: " + reason + ".", "Correct the program.");
  }

  /** Rows in the order of the declaration; by position they come sorted by name. */
  private static List<List<Double>> rows(Pub.Values values, List<Parameter> inputs) throws Invalid {
    if (values instanceof Pub.Table table) {
      List<List<Double>> rows = new ArrayList<>();
      for (List<Double> row : table.values()) {
        rows.add(declared(row, inputs));
      }
      return rows;
    } else if (values instanceof Pub.Row row) {
      return List.of(declared(row.values(), inputs));
    } else if (values instanceof Pub.Named named) {
      if (named.values().size() != inputs.size()
          || !inputs.stream().allMatch(input -> named.values().containsKey(input.name()))) {
        throw invalid("values for " + named.values().keySet() + ", inputs " + inputs);
      }
      return List.of(inputs.stream().map(input -> named.values().get(input.name())).toList());
    }
    return List.of(declared(List.of(), inputs));
  }

  private static List<Double> declared(List<Double> row, List<Parameter> inputs) throws Invalid {
    if (row.size() != inputs.size()) {
      throw invalid(row.size() + " values for " + inputs.size() + " inputs");
    }
    List<Parameter> sorted = inputs.stream().sorted(Comparator.comparing(Parameter::name)).toList();
    return inputs.stream().map(input -> row.get(sorted.indexOf(input))).toList();
  }

  private static SimulatedProgram simulated(Circuit circuit) throws Invalid {
    SimulatedProgram program = SimulatedProgram.of(circuit);
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (program.qubits() > 40 || AMPLITUDE_BYTES << program.qubits() > most) {
      throw new Invalid(
          9999,
          "The sandbox simulates the qubits that are measured or act on those, and "
              + program.qubits()
              + " of them do not fit in its memory.",
          "Use fewer qubits, or give the sandbox more memory.");
    }
    return program;
  }
}

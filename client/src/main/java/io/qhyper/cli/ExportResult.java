package io.qhyper.cli;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import java.util.List;

/**
 * What {@code export --json} prints.
 *
 * @param ansatz name of the ansatz
 * @param qubits number of qubits
 * @param layers number of layers
 * @param format the language of {@code text}
 * @param instructions number of steps in the circuit, measurements included
 * @param parameters names of the inputs that the text leaves open, in order
 * @param deadParameters parameters that were removed because nothing measured depends on them
 * @param text the program
 */
record ExportResult(
    String ansatz,
    int qubits,
    int layers,
    String format,
    int instructions,
    List<String> parameters,
    List<String> deadParameters,
    String text) {

  static List<String> names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::name).toList();
  }

  static int steps(Circuit circuit) {
    return circuit.instructions().size();
  }
}

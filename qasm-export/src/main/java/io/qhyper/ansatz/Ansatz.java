package io.qhyper.ansatz;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import java.util.List;
import java.util.stream.IntStream;

/** A family member of parametrised circuits on N qubits, ready to be built. */
public sealed interface Ansatz permits Brickwork, ProductState, RealAmplitudes, EfficientSu2 {
  /** The name that the command line and run files use. */
  String name();

  /** Number of qubits N, at least 1. */
  int qubits();

  /** Number of layers; what a layer is, each ansatz says. */
  int layers();

  /** Length of the flat parameter vector. */
  int parameterCount();

  /**
   * The circuit from |0…0⟩ to the measurement of every qubit, with inputs {@code theta_0…} in the
   * order of the flat parameter vector.
   */
  Circuit circuit();

  /**
   * The inputs of the circuit; zero-padded, so that their order by name is their order in the flat
   * vector whoever sorts them.
   */
  default List<Parameter> parameters() {
    int digits = Integer.toString(Math.max(parameterCount() - 1, 0)).length();
    return IntStream.range(0, parameterCount())
        .mapToObj(i -> new Parameter("theta_" + padded(i, digits)))
        .toList();
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }
}

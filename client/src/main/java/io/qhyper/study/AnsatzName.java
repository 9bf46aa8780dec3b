package io.qhyper.study;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.Brickwork;
import io.qhyper.ansatz.EfficientSu2;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.ansatz.ProductState;
import io.qhyper.ansatz.RealAmplitudes;

/** Ansätze of a study by name; 0 layers of any of them are the product state. */
enum AnsatzName {
  BRICKWORK("brickwork"),
  REAL_AMPLITUDES("real-amplitudes"),
  EFFICIENT_SU2("efficient-su2");

  private final String text;

  AnsatzName(String text) {
    this.text = text;
  }

  /**
   * The ansatz named {@code text}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static AnsatzName named(String text) {
    return Named.among(values(), "ansatz", text);
  }

  Ansatz build(int qubits, int layers) {
    if (layers == 0) {
      return new ProductState(qubits);
    }
    return switch (this) {
      case BRICKWORK -> new Brickwork(qubits, layers);
      case REAL_AMPLITUDES -> new RealAmplitudes(qubits, layers, Entanglement.LINEAR);
      case EFFICIENT_SU2 -> new EfficientSu2(qubits, layers, Entanglement.LINEAR);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}

package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.Brickwork;
import io.qhyper.ansatz.EfficientSu2;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.ansatz.ProductState;
import io.qhyper.ansatz.RealAmplitudes;
import java.util.Locale;

/** The ansätze by the names that users type. */
enum AnsatzChoice {
  BRICKWORK {
    @Override
    Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new Brickwork(qubits, layers);
    }
  },
  PRODUCT {
    @Override
    Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new ProductState(qubits);
    }
  },
  REAL_AMPLITUDES {
    @Override
    Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new RealAmplitudes(qubits, layers, entanglement);
    }
  },
  EFFICIENT_SU2 {
    @Override
    Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new EfficientSu2(qubits, layers, entanglement);
    }
  };

  abstract Ansatz build(int qubits, int layers, Entanglement entanglement);

  /** Whether the user may choose the entanglement. */
  boolean takesEntanglement() {
    return this == REAL_AMPLITUDES || this == EFFICIENT_SU2;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

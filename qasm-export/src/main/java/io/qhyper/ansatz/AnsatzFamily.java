package io.qhyper.ansatz;

import java.util.Locale;

/** The kinds of ansatz by the names that users type. */
public enum AnsatzFamily {
  /** {@link Brickwork}. */
  BRICKWORK {
    @Override
    public Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new Brickwork(qubits, layers);
    }
  },
  /** {@link ProductState}, which has no layers. */
  PRODUCT {
    @Override
    public Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new ProductState(qubits);
    }
  },
  /** {@link RealAmplitudes}. */
  REAL_AMPLITUDES {
    @Override
    public Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new RealAmplitudes(qubits, layers, entanglement);
    }
  },
  /** {@link EfficientSu2}. */
  EFFICIENT_SU2 {
    @Override
    public Ansatz build(int qubits, int layers, Entanglement entanglement) {
      return new EfficientSu2(qubits, layers, entanglement);
    }
  };

  /**
   * An ansatz of this kind.
   *
   * @param layers ignored where the kind has none
   * @param entanglement ignored where couplings are fixed
   * @throws IllegalArgumentException if the kind has no ansatz of that size
   */
  public abstract Ansatz build(int qubits, int layers, Entanglement entanglement);

  /** Whether the user may choose the entanglement. */
  public boolean takesEntanglement() {
    return this == REAL_AMPLITUDES || this == EFFICIENT_SU2;
  }

  /** The name that users type, such as {@code real-amplitudes}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

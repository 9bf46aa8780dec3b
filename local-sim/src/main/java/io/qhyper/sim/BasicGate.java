package io.qhyper.sim;

/**
 * What every gate on one or two qubits consists of, up to a global phase.
 *
 * <p>Qubits are compact ones.
 */
sealed interface BasicGate {

  /** A gate on one qubit. */
  sealed interface Single extends BasicGate {
    /** The qubit. */
    int qubit();
  }

  /** A rotation. */
  record Rotation(int qubit, Axis axis, AffineAngle angle) implements Single {}

  /**
   * A constant gate.
   *
   * @param matrix real parts row by row, then imaginary parts; unitary
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fixed(int qubit, double[] matrix) implements Single {
    /** Whether it only changes phases. */
    boolean isDiagonal() {
      return matrix[1] == 0 && matrix[2] == 0 && matrix[5] == 0 && matrix[6] == 0;
    }
  }

  /** A gate on two qubits. */
  sealed interface Pair extends BasicGate {
    /** One of the qubits. */
    int first();

    /** The other qubit. */
    int second();
  }

  /** CX: flips the second qubit where the first is 1. */
  record Flip(int first, int second) implements Pair {}

  /** CZ. */
  record Sign(int first, int second) implements Pair {}

  /** exp(−iθ/2 Z⊗Z). */
  record Coupling(int first, int second, AffineAngle angle) implements Pair {}

  /** SWAP: the qubits exchange their names. */
  record Swap(int first, int second) implements BasicGate {}
}

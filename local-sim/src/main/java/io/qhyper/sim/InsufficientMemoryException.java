package io.qhyper.sim;

import io.qhyper.sim.state.StateVector;
import java.math.BigInteger;

/** Says that a program's state vectors do not fit in this machine's Java heap. */
public final class InsufficientMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int qubits;
  private final BigInteger requiredBytes;
  private final long availableBytes;

  private InsufficientMemoryException(
      String message, int qubits, BigInteger requiredBytes, long availableBytes) {
    super(message);
    this.qubits = qubits;
    this.requiredBytes = requiredBytes;
    this.availableBytes = availableBytes;
  }

  /**
   * Checks that state vectors fit.
   *
   * @param qubits of each
   * @param states how many at the same time
   * @param availableBytes the most that the heap can hold
   */
  static void check(int qubits, int states, long availableBytes) {
    BigInteger required =
        BigInteger.valueOf(states * StateVector.bytes(0)).multiply(BigInteger.TWO.pow(qubits));
    if (qubits > StateVector.MAX_QUBITS) {
      throw new InsufficientMemoryException(
          describe(qubits, states, required, availableBytes)
              + "; state vectors end at "
              + StateVector.MAX_QUBITS
              + " qubits whatever the heap: use fewer qubits",
          qubits,
          required,
          availableBytes);
    }
    if (required.compareTo(BigInteger.valueOf(availableBytes)) > 0) {
      throw new InsufficientMemoryException(
          describe(qubits, states, required, availableBytes)
              + "; give Java a larger heap (-Xmx) or use fewer qubits",
          qubits,
          required,
          availableBytes);
    }
  }

  private static String describe(int qubits, int states, BigInteger required, long available) {
    return "a program that touches "
        + qubits
        + " qubits needs "
        + required
        + " bytes for "
        + states
        + (states == 1 ? " state vector" : " state vectors")
        + ", the heap can hold "
        + available;
  }

  /** Number of qubits that the program touches. */
  public int qubits() {
    return qubits;
  }

  /** Bytes that the state vectors would take. */
  public BigInteger requiredBytes() {
    return requiredBytes;
  }

  /** Bytes that the heap can hold at most. */
  public long availableBytes() {
    return availableBytes;
  }
}

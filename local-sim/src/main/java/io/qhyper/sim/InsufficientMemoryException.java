package io.qhyper.sim;

import io.qhyper.sim.state.StateVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;

/** Says that a program's state does not fit in this machine's Java heap. */
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
   * The result of work that allocates state vectors, after checking that they fit.
   *
   * <p>A heap that could hold them may still be too full or too fragmented; that ends in the same
   * exception.
   *
   * @param qubits of each
   * @param states how many at the same time
   * @param availableBytes the most that the heap can hold
   */
  static <T> T guard(int qubits, int states, long availableBytes, Supplier<T> work) {
    BigInteger required =
        BigInteger.valueOf(states * StateVector.bytes(0)).multiply(BigInteger.TWO.pow(qubits));
    String what = states + (states == 1 ? " state vector" : " state vectors");
    if (qubits > StateVector.MAX_QUBITS) {
      throw new InsufficientMemoryException(
          describe(qubits, what, required, availableBytes)
              + "; state vectors end at "
              + StateVector.MAX_QUBITS
              + " qubits whatever the heap: use fewer qubits",
          qubits,
          required,
          availableBytes);
    }
    return guard(qubits, required, what, availableBytes, work);
  }

  /**
   * The result of work that allocates so many bytes, after checking that they fit.
   *
   * @param qubits of the program
   * @param what they are for
   */
  static <T> T guard(
      int qubits, BigInteger required, String what, long availableBytes, Supplier<T> work) {
    String need = describe(qubits, what, required, availableBytes);
    String advice = "; give Java a larger heap (-Xmx) or use fewer qubits";
    if (required.compareTo(BigInteger.valueOf(availableBytes)) > 0) {
      throw new InsufficientMemoryException(need + advice, qubits, required, availableBytes);
    }
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      InsufficientMemoryException full =
          new InsufficientMemoryException(
              need + " but had no room left" + advice, qubits, required, availableBytes);
      full.initCause(e);
      throw full;
    }
  }

  /**
   * The exception for a matrix product state.
   *
   * @param bond dimension that its largest bond would have
   * @param bytes that its tensors would take
   */
  static InsufficientMemoryException ofBonds(
      int qubits, int bond, double bytes, long availableBytes) {
    BigInteger required = new BigDecimal(bytes).toBigInteger();
    return new InsufficientMemoryException(
        "a program that touches %d qubits needs %s bytes for a matrix product state with bonds of up"
                .formatted(qubits, required)
            + " to %d terms, the heap can hold %d; give Java a larger heap (-Xmx), limit the bonds"
                .formatted(bond, availableBytes)
            + " (--max-bond), which is no longer exact, or use fewer layers",
        qubits,
        required,
        availableBytes);
  }

  private static String describe(int qubits, String what, BigInteger required, long available) {
    return "a program that touches "
        + qubits
        + " qubits needs "
        + required
        + " bytes for "
        + what
        + ", the heap can hold "
        + available;
  }

  /** Number of qubits that the program touches. */
  public int qubits() {
    return qubits;
  }

  /** Bytes that the state would take. */
  public BigInteger requiredBytes() {
    return requiredBytes;
  }

  /** Bytes that the heap can hold at most. */
  public long availableBytes() {
    return availableBytes;
  }
}

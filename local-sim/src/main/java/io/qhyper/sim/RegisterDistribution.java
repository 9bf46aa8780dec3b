package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;

/**
 * The exact distribution of one classical register's value, as a function of the row.
 *
 * <p>Tables over the register have 2^width entries; entry {@code i} belongs to the bitstring whose
 * printed form, read as a binary number, is {@code i}. Immutable, for many threads at once. All
 * methods throw {@link InsufficientMemoryException} if the states do not fit in the heap, {@link
 * IllegalArgumentException} for a row of the wrong length or with a value that is not finite, and
 * {@link java.util.concurrent.CancellationException} soon after their thread is interrupted.
 */
public final class RegisterDistribution {
  /** The widest register whose values a table can list. */
  public static final int MAX_WIDTH = 30;

  private final ClassicalRegister register;
  private final Plan plan;
  private final ExactEngine engine;

  RegisterDistribution(ClassicalRegister register, Plan plan, ExactEngine engine) {
    this.register = register;
    this.plan = plan;
    this.engine = engine;
  }

  /** The register's name. */
  public String register() {
    return register.name();
  }

  /** Number of bits of the register. */
  public int width() {
    return register.width();
  }

  /**
   * The probability of every value; sums to 1 but for rounding.
   *
   * <p>On the line engine a small matrix product that writes the table once, beside the two halves;
   * on the reference engine one state vector of 2^n amplitudes and a pass over it per gate, n being
   * the number of qubits that gates touch.
   */
  public double[] probabilities(double[] row) {
    return engine.probabilities(Rows.check(plan, row));
  }

  /**
   * The mean of a loss over the distribution: Σ p(i)·loss[i].
   *
   * <p>Cost as {@link #probabilities}, without a second table.
   *
   * @param loss 2^width finite values; only read
   */
  public double expectation(double[] row, double[] loss) {
    double value = engine.expectation(Rows.check(plan, row), checked(loss));
    return finite(value);
  }

  /**
   * The mean of a loss over the distribution, and its derivatives by all parameters.
   *
   * <p>One forward and one backward sweep whatever the number of parameters. On the line engine
   * through the two halves only, and two matrix products with the losses seen as a matrix; on the
   * others through two state vectors: on the reference engine three passes per gate plus two half
   * passes per angle, on the state-vector engine two passes per block of gates.
   *
   * @param loss 2^width finite values; only read
   */
  public ExpectationGradient gradient(double[] row, double[] loss) {
    ExpectationGradient result = engine.gradient(Rows.check(plan, row), checked(loss));
    finite(result.value());
    return result;
  }

  private double[] checked(double[] loss) {
    requireLosses(register, loss);
    return loss;
  }

  /**
   * Refuses a table of losses that does not fit a register.
   *
   * @throws IllegalArgumentException if it does not
   */
  static void requireLosses(ClassicalRegister register, double[] loss) {
    if (loss.length != 1 << register.width()) {
      throw new IllegalArgumentException(
          "register "
              + register.name()
              + " has "
              + (1 << register.width())
              + " values, got "
              + loss.length
              + " losses");
    }
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("every loss must be finite; their mean is " + value);
    }
    return value;
  }
}

package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;

/**
 * Does the work for one plan; immutable, for many threads at once.
 *
 * <p>Rows come checked. Long calls throw {@link java.util.concurrent.CancellationException} soon
 * after their thread is interrupted, leaving the interrupt flag set.
 */
interface Engine {
  /**
   * The classical bits that each shot leaves, in shot order: all registers together, packed, {@code
   * BitString.wordsFor(bits)} words a shot.
   */
  long[] shots(double[] row, int shots, StreamKey key);

  /** Prepares to run rows that differ from this one in few values. */
  default RowVariants variants(double[] row) {
    return this::shots;
  }

  /** How many calls of {@link #shots} fit in memory at the same time; at least 1. */
  int parallelism(int shots);

  /** The exact side of a terminal plan, for one of its registers. */
  ExactEngine exact(ClassicalRegister register);

  /**
   * The outcomes of one register of a terminal plan; by default from the table of all
   * probabilities.
   *
   * @throws UnsupportedProgramException if the engine needs that table and the register is too wide
   */
  default RegisterOutcomes outcomes(ClassicalRegister register, double[] row) {
    if (register.width() > RegisterDistribution.MAX_WIDTH) {
      throw new UnsupportedProgramException(
          "this engine lists the probabilities of registers of up to "
              + RegisterDistribution.MAX_WIDTH
              + " bits, "
              + register.name()
              + " has "
              + register.width()
              + "; engine mps takes any width");
    }
    return new TableOutcomes(register.width(), exact(register).probabilities(row));
  }

  /** How far the state for a row is from the exact one. */
  default Approximation approximation(double[] row) {
    return Approximation.EXACT;
  }
}

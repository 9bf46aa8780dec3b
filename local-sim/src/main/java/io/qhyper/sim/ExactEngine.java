package io.qhyper.sim;

/**
 * Computes with the exact distribution of one register of at most {@value
 * RegisterDistribution#MAX_WIDTH} bits; immutable, for many threads at once.
 *
 * <p>Rows and lengths of tables come checked.
 */
interface ExactEngine {
  /** The probability of every value of the register. */
  double[] probabilities(double[] row);

  /** The mean of a loss over the values. */
  double expectation(double[] row, double[] loss);

  /** That mean and its derivatives by the row. */
  ExpectationGradient gradient(double[] row, double[] loss);
}

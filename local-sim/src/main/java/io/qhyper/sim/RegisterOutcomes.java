package io.qhyper.sim;

/**
 * The exact distribution of one register's value for one row: what shots would show if there were
 * endlessly many. Immutable.
 */
public interface RegisterOutcomes {
  /** The probabilities of single bits and of pairs of bits. */
  Marginals marginals();

  /**
   * The most probable values.
   *
   * @param count how many, at least 1; values of probability 0 are left out
   * @throws IllegalArgumentException if {@code count} is below 1
   * @throws java.util.concurrent.CancellationException soon after the thread is interrupted
   */
  TopOutcomes top(int count);
}

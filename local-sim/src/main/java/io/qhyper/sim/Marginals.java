package io.qhyper.sim;

/**
 * How likely bits of a register are 1, alone and in pairs.
 *
 * @param ones for classical bit b, the probability that it is 1
 * @param both for classical bits a and b, the probability that both are 1: symmetric, {@code ones}
 *     on the diagonal
 */
@SuppressWarnings("ArrayRecordComponent") // tables of numbers, never compared
public record Marginals(double[] ones, double[][] both) {
  /** Cov(a, b) = P(both are 1) − P(a is 1)·P(b is 1); in [−¼, ¼]. */
  public double covariance(int a, int b) {
    return both[a][b] - ones[a] * ones[b];
  }
}

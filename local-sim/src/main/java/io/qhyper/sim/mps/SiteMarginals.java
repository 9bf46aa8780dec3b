package io.qhyper.sim.mps;

/**
 * The exact probabilities of single sites and of pairs of sites of a state.
 *
 * <p>Cost: a few products of bond-sized matrices per site, and per pair of sites for {@link #both}.
 */
public final class SiteMarginals {
  private final MatrixProductState state;

  /** The marginals of a state. */
  public SiteMarginals(MatrixProductState state) {
    this.state = state;
  }

  /** For each site, the probability that its value is 1. */
  public double[] ones() {
    double[] ones = new double[state.size()];
    ComplexMatrix left = ComplexMatrix.identity(1);
    for (int site = 0; site < state.size(); site++) {
      ComplexMatrix one = through(left, state.site(site).one());
      ones[site] = trace(one);
      left = ComplexMatrix.mix(1, 0, through(left, state.site(site).zero()), 1, 0, one);
    }
    return ones;
  }

  /**
   * For each pair of sites, the probability that both are 1: symmetric, {@link #ones} on the
   * diagonal.
   */
  public double[][] both() {
    int size = state.size();
    double[][] both = new double[size][size];
    ComplexMatrix left = ComplexMatrix.identity(1);
    for (int i = 0; i < size; i++) {
      ComplexMatrix one = through(left, state.site(i).one());
      both[i][i] = trace(one);
      ComplexMatrix carried = one;
      for (int j = i + 1; j < size; j++) {
        ComplexMatrix second = through(carried, state.site(j).one());
        both[i][j] = trace(second);
        both[j][i] = both[i][j];
        carried = ComplexMatrix.mix(1, 0, through(carried, state.site(j).zero()), 1, 0, second);
      }
      left = ComplexMatrix.mix(1, 0, through(left, state.site(i).zero()), 1, 0, one);
    }
    return both;
  }

  /** A†·L·A: the weights at the right bond of those at the left. */
  private static ComplexMatrix through(ComplexMatrix left, ComplexMatrix slice) {
    return slice.adjointTimes(left.times(slice));
  }

  private static double trace(ComplexMatrix matrix) {
    double trace = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      trace += matrix.re()[i * matrix.columns() + i];
    }
    return Math.min(1, Math.max(0, trace));
  }
}

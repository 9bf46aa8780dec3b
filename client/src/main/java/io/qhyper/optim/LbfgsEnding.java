package io.qhyper.optim;

/** Why a minimisation by {@link Lbfgs} ended. */
public enum LbfgsEnding {
  /** The largest absolute entry of the gradient is within the tolerance. */
  CONVERGED,
  /** The allowed number of iterations is used up. */
  MAX_ITERATIONS,
  /** The listener asked for it. */
  STOPPED,
  /**
   * No acceptable step was found, not even along the steepest descent: the gradient is below what
   * the rounding of the value lets one see, is wrong, or the function has no minimum.
   */
  LINE_SEARCH_FAILED
}

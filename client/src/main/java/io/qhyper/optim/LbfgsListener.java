package io.qhyper.optim;

/** Watches a minimisation by {@link Lbfgs} and may stop it. */
@FunctionalInterface
public interface LbfgsListener {

  /** Lets it run. */
  LbfgsListener NONE = state -> true;

  /**
   * Called after every accepted iteration with a state from which {@link Lbfgs#minimize} can go on.
   *
   * @return whether to go on; false ends with {@link LbfgsEnding#STOPPED} unless this state has
   *     converged
   */
  boolean continueAfter(LbfgsState state);
}

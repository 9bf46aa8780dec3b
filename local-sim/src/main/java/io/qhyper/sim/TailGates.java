package io.qhyper.sim;

/** Lets the steps of a plan's tail act on a state. */
interface TailGates<S> {
  /**
   * Applies the gate at a position of the tail, and as many that follow it as go with it.
   *
   * @return how many gates it applied; at least 1
   */
  int apply(int position, S state);

  /** The probability of each operator of a channel in a state of norm 1. */
  default double[] probabilities(PlannedChannel channel, S state) {
    throw noChannels();
  }

  /** Applies one operator of a channel and brings the state back to norm 1. */
  default void disturb(PlannedChannel channel, int operator, double probability, S state) {
    throw noChannels();
  }

  private static IllegalStateException noChannels() {
    return new IllegalStateException("plans with noise are for the trajectories of the reference");
  }
}

package io.qhyper.sim;

/** Applies the gates of a plan's tail. */
interface TailGates<S> {
  /**
   * Applies the gate at a position of the tail, and as many that follow it as go with it.
   *
   * @return how many gates it applied; at least 1
   */
  int apply(int position, S state);
}

package io.qhyper.sim;

/** What becomes of shots whose trajectories have come to the end of the program together. */
interface Arrival<S> {
  /**
   * Takes shots that share a state and all bits measured so far.
   *
   * @param state theirs, to be read only
   * @param shots where the words of each begin
   */
  void arrive(S state, int[] shots);
}

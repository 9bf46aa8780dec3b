package io.qhyper.sim.line;

/** One step of a half: changes its vectors, or doubles their number. */
interface HalfStep {
  /** The step has no slot of that kind. */
  int NO_SLOT = -1;

  /** Which turn of the settings the step depends on. */
  default int turn() {
    return NO_SLOT;
  }

  /** Which coupling of the settings the step depends on. */
  default int coupling() {
    return NO_SLOT;
  }

  /** The family after the step; may reuse the arrays of the one before. */
  Family forward(Family family, Settings settings);

  /**
   * The families before the step; may reuse the arrays of those after it.
   *
   * @param slopes receives the derivative by the step's number, if it has one
   */
  Sweep backward(Sweep after, Settings settings, Slopes slopes);
}

package io.qhyper.sim.line;

/** One step of a half: changes its vectors, or doubles their number. */
interface HalfStep {
  /** The family after the step; may reuse the arrays of the one before. */
  Family forward(Family family, Settings settings);

  /** Whether two settings make the step differ. */
  default boolean differs(Settings one, Settings other) {
    return false;
  }

  /**
   * The families before the step; may reuse the arrays of those after it.
   *
   * @param slopes receives the derivative by the step's number, if it has one
   */
  Sweep backward(Sweep after, Settings settings, Slopes slopes);
}

package io.qhyper.hybrid;

/** Why a loop ended. */
public enum Ending {
  /** All steps were made. */
  ITERATIONS,
  /** The gradient became short enough. */
  TOLERANCE,
  /** The loss stopped falling. */
  PATIENCE,
  /** The time was over. */
  WALL_CLOCK,
  /** Someone asked. */
  STOPPED,
  /** The exact optimiser found no lower point in any direction it tried. */
  NO_PROGRESS
}

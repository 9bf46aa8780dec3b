package io.qhyper.hybrid;

import java.util.Locale;

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
  NO_PROGRESS;

  /** The name in reports: lower case, words joined by hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

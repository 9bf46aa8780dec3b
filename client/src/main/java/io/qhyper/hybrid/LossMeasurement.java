package io.qhyper.hybrid;

/**
 * How the expected loss itself is measured beside the gradient.
 *
 * @param shots shots of one measurement, at least 2
 * @param every steps between two measurements; 0 for none before the end
 * @param confirmationShots shots that compare the candidates at the end, and again as many that
 *     measure the chosen one; at least 2
 */
public record LossMeasurement(int shots, int every, int confirmationShots) {
  public LossMeasurement {
    atLeast(2, "shots of a loss measurement", shots);
    atLeast(0, "steps between loss measurements", every);
    atLeast(2, "confirmation shots", confirmationShots);
  }

  private static void atLeast(int least, String what, int value) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", got " + value);
    }
  }

  /** Whether the loss is measured before step {@code iteration}. */
  boolean isDue(long iteration) {
    return every > 0 && iteration % every == 0;
  }
}

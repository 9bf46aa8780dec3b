package io.qhyper.sim;

/**
 * Where to cut a line, and what the two halves cost there.
 *
 * @param cut number of positions below
 * @param crossings pairs across
 * @param milliseconds to prepare the families of one row and draw from them
 * @param bytes of the families and their products
 */
record CutChoice(int cut, int crossings, double milliseconds, double bytes) {
  /** The most positions of a half. */
  static final int MAX_HALF = 24;

  /** The most pairs across. */
  static final int MAX_CROSSINGS = 10;

  /** One step on one amplitude of a family. */
  private static final double STEP_NANOSECONDS = 0.8;

  /** One term of one amplitude when a row of amplitudes is put together. */
  private static final double TERM_NANOSECONDS = 0.6;

  /** How often rows of amplitudes are put together for a block of shots, at most. */
  private static final double DRAWN_ROWS = ShotRequest.BLOCK;

  /**
   * The cheapest cut.
   *
   * @param crossings for each cut, from 0 to the number of positions, the pairs across
   * @param steps number of steps on the line
   * @return a cut of infinite cost if none is within the limits
   */
  static CutChoice cheapest(int[] crossings, int steps) {
    CutChoice best =
        new CutChoice(0, crossings[0], Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    for (int cut = 0; cut < crossings.length; cut++) {
      CutChoice choice = at(cut, crossings.length - 1, crossings[cut], steps);
      if (choice.milliseconds < best.milliseconds) {
        best = choice;
      }
    }
    return best;
  }

  private static CutChoice at(int cut, int positions, int crossings, int steps) {
    int upper = positions - cut;
    if (Math.max(cut, upper) > MAX_HALF || crossings > MAX_CROSSINGS) {
      return new CutChoice(cut, crossings, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double terms = 1 << crossings;
    double low = Math.scalb(1.0, cut);
    double high = Math.scalb(1.0, upper);
    double share = (steps + 1.0) / Math.max(1, positions); // steps of one position
    double families = (low * cut + high * upper + low + high) * terms * share;
    double products = Math.min(terms * terms, 16) * (low + high);
    double rows = crossings > 2 ? Math.min(high, DRAWN_ROWS) * low * terms : 0;
    double nanoseconds = families * STEP_NANOSECONDS + (products + rows) * TERM_NANOSECONDS;
    return new CutChoice(
        cut, crossings, nanoseconds * 1e-6, 32 * terms * (low + high) + 8 * products);
  }
}

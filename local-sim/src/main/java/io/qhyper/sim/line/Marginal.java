package io.qhyper.sim.line;

/**
 * Inverts the running sum of a table of weights in constant time on average: a guide holds, for
 * evenly spaced sums, where to begin (Chen and Asau 1974, the method of guide tables).
 */
final class Marginal {
  private final double[] sums; // sums[i]: of all weights up to and including i
  private final int[] guide;
  private final double scale;

  /**
   * For a table of weights.
   *
   * @param weights overwritten with their running sums and kept; below 0 counts as 0
   */
  Marginal(double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Math.max(0, weights[i]);
      weights[i] = sum;
    }
    this.sums = weights;
    this.guide = new int[weights.length];
    this.scale = weights.length / sum;
    int place = 0;
    for (int g = 0; g < guide.length; g++) {
      while (place < sums.length - 1 && sums[place] * scale <= g) {
        place++;
      }
      guide[g] = place;
    }
  }

  double total() {
    return sums[sums.length - 1];
  }

  /** The sum of all weights before a place. */
  double before(int place) {
    return place == 0 ? 0 : sums[place - 1];
  }

  /** The sum of all weights up to and including a place. */
  double through(int place) {
    return sums[place];
  }

  /** The first place up to which the weights sum to more than {@code target}. */
  int find(double target) {
    int place = guide[Math.min(guide.length - 1, (int) (target * scale))];
    while (place > 0 && sums[place - 1] > target) {
      place--;
    }
    while (sums[place] <= target) {
      place++;
    }
    return place;
  }
}

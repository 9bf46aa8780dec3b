package io.qhyper.sim;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Divides shots among alternatives, each shot by a number of its own, in shot order. */
final class DrawnParts {
  private DrawnParts() {}

  /**
   * The shots that each alternative gets.
   *
   * @param weights of the alternatives, not negative, not all 0; they need not add up to 1
   */
  static int[][] of(UniformRandomProvider random, double[] weights, int[] shots) {
    if (weights.length == 1) {
      return new int[][] {shots};
    }
    double total = Arrays.stream(weights).sum();
    int last = weights.length - 1;
    while (weights[last] == 0) {
      last--;
    }
    int[][] parts = new int[weights.length][shots.length];
    int[] sizes = new int[weights.length];
    for (int shot : shots) {
      double target = random.nextDouble() * total;
      int k = 0;
      double sum = weights[0];
      while (sum <= target && k < last) {
        sum += weights[++k];
      }
      parts[k][sizes[k]++] = shot;
    }
    for (int k = 0; k < parts.length; k++) {
      parts[k] = Arrays.copyOf(parts[k], sizes[k]);
    }
    return parts;
  }

  /** The first alternative with the most shots. */
  static int largest(int[][] parts) {
    int largest = 0;
    for (int k = 1; k < parts.length; k++) {
      largest = parts[k].length > parts[largest].length ? k : largest;
    }
    return largest;
  }
}

package io.qhyper.sim;

import io.qhyper.shots.BitString;
import java.util.List;

/**
 * The most probable values of a register.
 *
 * @param outcomes by descending probability; fewer than asked for if no more have one above 0
 * @param unseen no value that is not listed is more probable than this
 */
public record TopOutcomes(List<Outcome> outcomes, double unseen) {
  /** Probabilities that differ by less, relatively, count as equal. */
  private static final double ROUNDING = 1e-9;

  public TopOutcomes {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * A value and its exact probability.
   *
   * @param bits the value
   * @param probability in [0, 1]
   */
  public record Outcome(BitString bits, double probability) {}

  /**
   * Whether the list is proven to hold the most probable values; if not, the distribution is too
   * flat to look through, and the list holds the best that a search found.
   */
  public boolean isProven() {
    double least = outcomes.isEmpty() ? 1 : outcomes.get(outcomes.size() - 1).probability();
    return unseen <= least * (1 + ROUNDING);
  }
}

package io.qhyper.hybrid;

import java.time.Duration;
import java.util.Optional;

/**
 * When a loop by shots ends.
 *
 * @param iterations the most steps of one restart
 * @param gradientTolerance ends when the gradient's length falls to it; 0 for never
 * @param patience ends after so many loss measurements in a row without a new lowest one; 0 for
 *     never
 * @param wallClock ends the run after this time
 */
public record StopRules(
    int iterations, double gradientTolerance, int patience, Optional<Duration> wallClock) {
  public StopRules {
    if (iterations < 0) {
      throw new IllegalArgumentException("iterations must not be negative, got " + iterations);
    }
    if (!(gradientTolerance >= 0)) {
      throw new IllegalArgumentException(
          "the gradient tolerance must be at least 0, got " + gradientTolerance);
    }
    if (patience < 0) {
      throw new IllegalArgumentException("patience must not be negative, got " + patience);
    }
    if (wallClock.isPresent() && wallClock.get().isNegative()) {
      throw new IllegalArgumentException(
          "the wall clock limit must not be negative, got " + wallClock.get());
    }
  }

  /** Whether the gradient is short enough to end; never at a tolerance of 0. */
  boolean isShort(GradientEstimate gradient) {
    return gradientTolerance > 0 && gradient.norm() <= gradientTolerance;
  }

  /** A fixed number of steps and no other rule. */
  public static StopRules after(int iterations) {
    return new StopRules(iterations, 0, 0, Optional.empty());
  }
}

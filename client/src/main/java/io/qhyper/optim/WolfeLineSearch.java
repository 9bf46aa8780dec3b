package io.qhyper.optim;

import java.util.Optional;

/**
 * Finds a step α along a descent direction d that meets the strong Wolfe conditions.
 *
 * <p>With φ(α) = f(x + αd): φ(α) ≤ φ(0) + c₁αφ′(0) (it goes down enough) and |φ′(α)| ≤ c₂|φ′(0)|
 * (it is flat enough), c₁ = 10⁻⁴, c₂ = 0.9.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd ed., Algorithms 3.5 (bracketing) and
 * 3.6 (zoom), cubic interpolation by equation (3.59). Safeguards: a bracket grows at most fourfold;
 * a zoom keeps a tenth of the interval from its ends and bisects when the interval has not halved.
 */
final class WolfeLineSearch {

  static final double SUFFICIENT_DECREASE = 1e-4;
  static final double CURVATURE = 0.9;

  private static final int MAX_EXPANSIONS = 20;
  private static final int MAX_ZOOMS = 40;
  private static final double LEAST_GROWTH = 1.1;
  private static final double MOST_GROWTH = 4;
  private static final double MARGIN = 0.1;

  private final CountedFunction function;
  private final double[] direction;
  private final Trial start;

  WolfeLineSearch(CountedFunction function, Sample from, double[] direction) {
    this.function = function;
    this.direction = direction;
    this.start = new Trial(0, from, Vectors.dot(from.gradient(), direction));
  }

  /** One tried α with φ(α) in its sample and φ′(α). */
  private record Trial(double step, Sample sample, double slope) {

    double value() {
      return sample.value();
    }
  }

  /**
   * The sample at an acceptable step, or empty if the direction does not descend or no such step is
   * found within a bounded number of evaluations.
   *
   * @param firstStep the α to try first, positive
   * @throws NonFiniteEvaluationException if the function is not finite at a trial point
   */
  Optional<Sample> search(double firstStep) {
    if (!(start.slope() < 0)) {
      return Optional.empty();
    }
    Trial previous = start;
    double step = firstStep;
    for (int i = 0; i < MAX_EXPANSIONS; i++) {
      final Trial trial = tryStep(step);
      if (isTooHigh(trial) || (i > 0 && trial.value() >= previous.value())) {
        return zoom(previous, trial);
      }
      if (isFlat(trial)) {
        return Optional.of(trial.sample());
      }
      if (trial.slope() >= 0) {
        return zoom(trial, previous);
      }
      step = expanded(previous, trial);
      previous = trial;
    }
    return Optional.empty();
  }

  /** {@code low} has the lowest value so far and goes down towards {@code high}. */
  private Optional<Sample> zoom(Trial low, Trial high) {
    double lastWidth = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MAX_ZOOMS; i++) {
      final double width = Math.abs(high.step() - low.step());
      if (!isVisible(width)) {
        return Optional.empty();
      }
      final boolean halved = width <= lastWidth / 2;
      final Trial trial =
          tryStep(halved ? interpolated(low, high) : (low.step() + high.step()) / 2);
      lastWidth = width;
      if (isTooHigh(trial) || trial.value() >= low.value()) {
        high = trial;
        continue;
      }
      if (isFlat(trial)) {
        return Optional.of(trial.sample());
      }
      if (trial.slope() * (high.step() - low.step()) >= 0) {
        high = low;
      }
      low = trial;
    }
    return Optional.empty();
  }

  private Trial tryStep(double step) {
    final Sample sample = function.at(Vectors.plusScaled(start.sample().point(), step, direction));
    return new Trial(step, sample, Vectors.dot(sample.gradient(), direction));
  }

  private boolean isTooHigh(Trial trial) {
    return trial.value() > start.value() + SUFFICIENT_DECREASE * trial.step() * start.slope();
  }

  private boolean isFlat(Trial trial) {
    return Math.abs(trial.slope()) <= -CURVATURE * start.slope();
  }

  /** Whether the descent over such a width is more than the rounding of the function's value. */
  private boolean isVisible(double width) {
    return -start.slope() * width >= Math.ulp(start.value());
  }

  private static double expanded(Trial previous, Trial trial) {
    final double grown = trial.step() - previous.step();
    final double least = trial.step() + (LEAST_GROWTH - 1) * grown;
    final double most = trial.step() + (MOST_GROWTH - 1) * grown;
    final double cubic = cubicMinimiser(previous, trial);
    return cubic >= least && cubic <= most ? cubic : most;
  }

  private static double interpolated(Trial low, Trial high) {
    final double from = Math.min(low.step(), high.step());
    final double width = Math.abs(high.step() - low.step());
    final double cubic = cubicMinimiser(low, high);
    return Double.isNaN(cubic)
        ? from + width / 2
        : Math.min(Math.max(cubic, from + MARGIN * width), from + (1 - MARGIN) * width);
  }

  /** The minimiser of the cubic through both values and slopes; NaN if it has none. */
  private static double cubicMinimiser(Trial a, Trial b) {
    final double width = b.step() - a.step();
    final double d1 = a.slope() + b.slope() - 3 * (b.value() - a.value()) / width;
    final double d2 = Math.copySign(Math.sqrt(d1 * d1 - a.slope() * b.slope()), width);
    return b.step() - width * (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
  }
}

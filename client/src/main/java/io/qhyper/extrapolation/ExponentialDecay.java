package io.qhyper.extrapolation;

import io.qhyper.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Least squares of y₀ + s·(1 − e^(−cx))/c over y₀, s and 0 ≤ c ≤ 3/x₁ with the lowest scale x₁:
 * beyond that, 95 % of what decays would be gone at the first value, and y₀ could be anything.
 *
 * <p>For a given c the best y₀ and s are those of a straight line, so the search is over c alone: a
 * grid, then golden sections around its best point.
 */
final class ExponentialDecay {
  private static final double MOST_GONE = 3;
  private static final int GRID = 24;
  private static final int SECTIONS = 40;
  private static final int REDRAWN = 1000;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private ExponentialDecay() {}

  /** y₀ of the best fit. */
  static double atZero(List<ScaledValue> values) {
    double lowest =
        values.stream().mapToDouble(ScaledValue::scale).min().orElseThrow(); // at least one value
    double step = MOST_GONE / lowest / GRID;
    int best = 0;
    for (int i = 1; i <= GRID; i++) {
      if (line(values, i * step).residual() < line(values, best * step).residual()) {
        best = i;
      }
    }
    double low = Math.max(0, best - 1) * step;
    double high = Math.min(GRID, best + 1) * step;
    for (int i = 0; i < SECTIONS; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (line(values, left).residual() <= line(values, right).residual()) {
        high = right;
      } else {
        low = left;
      }
    }
    return line(values, (low + high) / 2).atZero(ZeroNoiseFit.EXPONENTIAL).value();
  }

  /**
   * The standard deviation of y₀ over values redrawn from normal distributions around the measured
   * ones: a parametric bootstrap, since at c = 0 there is no derivative to propagate errors by.
   */
  static double errorAtZero(List<ScaledValue> values, StreamKey stream) {
    UniformRandomProvider random = stream.open();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double sum = 0;
    double squares = 0;
    double centre = atZero(values); // keeps the sum of squares small
    for (int i = 0; i < REDRAWN; i++) {
      List<ScaledValue> redrawn = new ArrayList<>();
      for (ScaledValue value : values) {
        double moved = value.value() + value.standardError() * normal.sample();
        redrawn.add(new ScaledValue(value.scale(), moved, value.standardError()));
      }
      double difference = atZero(redrawn) - centre;
      sum += difference;
      squares += difference * difference;
    }
    return Math.sqrt((squares - sum * sum / REDRAWN) / (REDRAWN - 1));
  }

  private static WeightedLine line(List<ScaledValue> values, double rate) {
    return WeightedLine.of(values, scale -> rate == 0 ? scale : -Math.expm1(-rate * scale) / rate);
  }
}

package io.qhyper.extrapolation;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Least squares of values against a function of their scale, y₀ + s·f(x), with weights 1/σ²; equal
 * weights if one of the errors is 0.
 */
final class WeightedLine {
  private final List<ScaledValue> values;
  private final double[] weights;
  private final double[] abscissas;
  private final double centre;
  private final double spread;

  private WeightedLine(List<ScaledValue> values, DoubleUnaryOperator function) {
    this.values = values;
    boolean areExact = values.stream().anyMatch(v -> v.standardError() == 0);
    this.weights =
        values.stream()
            .mapToDouble(v -> areExact ? 1 : 1 / (v.standardError() * v.standardError()))
            .toArray();
    this.abscissas = values.stream().mapToDouble(v -> function.applyAsDouble(v.scale())).toArray();
    double total = Arrays.stream(weights).sum();
    double moment = 0;
    for (int i = 0; i < weights.length; i++) {
      moment += weights[i] * abscissas[i];
    }
    this.centre = moment / total;
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      squares += weights[i] * (abscissas[i] - centre) * (abscissas[i] - centre);
    }
    this.spread = squares;
  }

  /** The line against the scale itself. */
  static WeightedLine of(List<ScaledValue> values) {
    return new WeightedLine(values, DoubleUnaryOperator.identity());
  }

  /** The line against a function that is 0 at scale 0. */
  static WeightedLine of(List<ScaledValue> values, DoubleUnaryOperator function) {
    return new WeightedLine(values, function);
  }

  /** y₀, a weighted sum of the values, with the error that follows. */
  Extrapolation atZero(ZeroNoiseFit fit) {
    double total = Arrays.stream(weights).sum();
    double[] shares = new double[weights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weights[i] * (1 / total - centre * (abscissas[i] - centre) / spread);
    }
    return fit.weighted(values, shares);
  }

  /** The weighted sum of squared distances from the best line. */
  double residual() {
    double total = Arrays.stream(weights).sum();
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * values.get(i).value() / total;
    }
    double slope = 0;
    for (int i = 0; i < weights.length; i++) {
      slope += weights[i] * (abscissas[i] - centre) * values.get(i).value() / spread;
    }
    double residual = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = values.get(i).value() - mean - slope * (abscissas[i] - centre);
      residual += weights[i] * distance * distance;
    }
    return residual;
  }
}

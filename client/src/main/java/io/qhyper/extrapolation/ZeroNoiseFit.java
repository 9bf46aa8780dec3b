package io.qhyper.extrapolation;

import io.qhyper.random.StreamKey;
import java.util.List;
import java.util.Locale;

/** The form in which a value depends on the strength of the noise. */
public enum ZeroNoiseFit {
  /** A straight line by least squares, each value weighted by its error. */
  LINEAR(2) {
    @Override
    Extrapolation fitted(List<ScaledValue> values, StreamKey stream) {
      return WeightedLine.of(values).atZero(this);
    }
  },
  /**
   * The polynomial through all values: their sum weighted by Π_{j≠i} x_j/(x_j − x_i). No bias up to
   * that order, and the largest error.
   */
  RICHARDSON(2) {
    @Override
    Extrapolation fitted(List<ScaledValue> values, StreamKey stream) {
      double[] weights = new double[values.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 1;
        for (int j = 0; j < weights.length; j++) {
          double other = values.get(j).scale();
          weights[i] *= i == j ? 1 : other / (other - values.get(i).scale());
        }
      }
      return weighted(values, weights);
    }
  },
  /**
   * A decay y₀ + s·(1 − e^(−cx))/c with c ≥ 0 by non-linear least squares; c = 0 is the straight
   * line. Its error is that of fits to redrawn values.
   */
  EXPONENTIAL(3) {
    @Override
    Extrapolation fitted(List<ScaledValue> values, StreamKey stream) {
      return new Extrapolation(
          this, ExponentialDecay.atZero(values), ExponentialDecay.errorAtZero(values, stream));
    }
  };

  private final int fewest;

  ZeroNoiseFit(int fewest) {
    this.fewest = fewest;
  }

  /** The least number of scales that it takes. */
  public int fewest() {
    return fewest;
  }

  /**
   * The value at no noise.
   *
   * @param values at different scales
   * @param stream chance of the redrawn values; only the exponential fit draws
   * @throws IllegalArgumentException if there are too few values, or two at one scale
   */
  public Extrapolation extrapolate(List<ScaledValue> values, StreamKey stream) {
    if (values.size() < fewest) {
      throw new IllegalArgumentException(
          "fit %s needs at least %d noise scales, got %d".formatted(this, fewest, values.size()));
    }
    for (int i = 1; i < values.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (values.get(i).scale() == values.get(j).scale()) {
          throw new IllegalArgumentException(
              "noise scales must differ, but two are " + values.get(i).scale());
        }
      }
    }
    return fitted(values, stream);
  }

  abstract Extrapolation fitted(List<ScaledValue> values, StreamKey stream);

  /** A weighted sum with its error. */
  Extrapolation weighted(List<ScaledValue> values, double[] weights) {
    double sum = 0;
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values.get(i).value();
      double error = weights[i] * values.get(i).standardError();
      variance += error * error;
    }
    return new Extrapolation(this, sum, Math.sqrt(variance));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

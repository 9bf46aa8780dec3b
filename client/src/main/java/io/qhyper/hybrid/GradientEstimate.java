package io.qhyper.hybrid;

import java.util.Arrays;

/**
 * An estimate of ∂E/∂θ with its errors.
 *
 * @param values one per parameter of the flat vector; 0 for dead ones
 * @param standardErrors of each value; 0 where it is exact
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one step of the loop to the next
public record GradientEstimate(double[] values, double[] standardErrors) {
  /** A gradient without errors. */
  static GradientEstimate exact(double[] values) {
    return new GradientEstimate(values, new double[values.length]);
  }

  /** The gradient and its errors, each component multiplied by a positive factor. */
  GradientEstimate times(double factor) {
    return new GradientEstimate(
        Arrays.stream(values).map(x -> factor * x).toArray(),
        Arrays.stream(standardErrors).map(x -> factor * x).toArray());
  }

  /** The Euclidean length of the gradient. */
  public double norm() {
    return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
  }
}

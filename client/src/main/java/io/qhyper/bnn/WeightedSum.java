package io.qhyper.bnn;

import java.util.List;

/** What a neuron computes before its activation. */
final class WeightedSum {
  private WeightedSum() {}

  /**
   * Σ weights·features in the order of the weights, and the bias last.
   *
   * @throws IllegalArgumentException if there are more or fewer features than weights
   */
  static double of(List<Integer> weights, double[] features, int bias) {
    if (features.length != weights.size()) {
      throw new IllegalArgumentException(
          "expected " + weights.size() + " features, got " + features.length);
    }
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += weights.get(i) * features[i];
    }
    return sum + bias;
  }
}

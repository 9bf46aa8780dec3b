package io.qhyper.optim;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Smooth functions with gradients worked out by hand. */
final class TestFunctions {

  private TestFunctions() {}

  /** Σ 100(x_{i+1} − x_i²)² + (1 − x_i)²: a curved valley with its minimum 0 at (1, …, 1). */
  static double rosenbrock(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      final double off = x[i + 1] - x[i] * x[i];
      sum += 100 * off * off + (1 - x[i]) * (1 - x[i]);
      gradient[i] += -400 * off * x[i] - 2 * (1 - x[i]);
      gradient[i + 1] += 200 * off;
    }
    return sum;
  }

  /** ½ Σ λ_i (x_i − i)², λ spread evenly on a logarithmic scale from 1 to {@code condition}. */
  static DifferentiableFunction quadratic(double condition) {
    return (x, gradient) -> {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        final double lambda = Math.pow(condition, i / (x.length - 1.0));
        gradient[i] = lambda * (x[i] - i);
        sum += 0.5 * gradient[i] * (x[i] - i);
      }
      return sum;
    };
  }

  /** Parameters per term of {@link #trigonometric}. */
  private static final int LOCALITY = 4;

  /** Σ_t w_t Π_j cos(θ_j − φ_tj), j = t … t + 3: an expectation in the angles of a circuit. */
  static DifferentiableFunction trigonometric(
      UniformRandomProvider random, int parameters, int terms) {
    final double[] weights = RandomVectors.uniform(random, terms, 1);
    final double[][] phases =
        IntStream.range(0, terms)
            .mapToObj(t -> RandomVectors.uniform(random, LOCALITY, Math.PI))
            .toArray(double[][]::new);
    return (theta, gradient) -> {
      Arrays.fill(gradient, 0);
      double sum = 0;
      for (int t = 0; t < terms; t++) {
        sum += weights[t] * product(theta, phases[t], t, -1);
        for (int k = 0; k < LOCALITY; k++) {
          gradient[(t + k) % parameters] += weights[t] * product(theta, phases[t], t, k);
        }
      }
      return sum;
    };
  }

  /** Π cos, or its derivative by factor {@code derived}; −1 derives by none. */
  private static double product(double[] theta, double[] phases, int first, int derived) {
    double product = 1;
    for (int j = 0; j < LOCALITY; j++) {
      final double angle = theta[(first + j) % theta.length] - phases[j];
      product *= j == derived ? -Math.sin(angle) : Math.cos(angle);
    }
    return product;
  }
}

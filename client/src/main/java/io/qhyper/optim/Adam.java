package io.qhyper.optim;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam: steps scaled by running means of the gradient and of its square.
 *
 * <p>With t the number of this step, counted from 1: m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; θ ← θ −
 * rate · m̂ / (√v̂ + ε), where m̂ = m/(1−β₁ᵗ) and v̂ = v/(1−β₂ᵗ).
 *
 * <p>Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, arXiv 1412.6980, Algorithm
 * 1.
 *
 * @param learningRate the largest usual change of a parameter per step, positive (the paper's α)
 * @param beta1 decay of the mean of the gradient, in [0, 1)
 * @param beta2 decay of the mean of the squared gradient, in [0, 1)
 * @param epsilon keeps the quotient finite, positive
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements UpdateRule {

  private static final String MEAN = "mean";
  private static final String SQUARE = "mean_square";

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  public Adam {
    Checks.positive("learningRate", learningRate);
    Checks.belowOne("beta1", beta1);
    Checks.belowOne("beta2", beta2);
    Checks.positive("epsilon", epsilon);
  }

  /** Adam with the paper's β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and the given learning rate. */
  public static Adam withRate(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-8);
  }

  @Override
  public OptimizerState initialState(int parameters) {
    Checks.atLeastOne("parameters", parameters);
    return state(0, new double[parameters], new double[parameters]);
  }

  @Override
  public OptimizerUpdate step(OptimizerState state, double[] theta, double[] gradient) {
    final int n = Checks.finite("theta", theta).length;
    Checks.finite("gradient", Checks.sameLength("gradient", gradient, n));
    final double[] mean = state.vector(MEAN, n);
    final double[] square = state.vector(SQUARE, n);
    final long t = state.steps() + 1;
    final double meanCorrection = 1 - StrictMath.pow(beta1, (double) t);
    final double squareCorrection = 1 - StrictMath.pow(beta2, (double) t);
    final double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = beta1 * mean[i] + (1 - beta1) * gradient[i];
      square[i] = beta2 * square[i] + (1 - beta2) * gradient[i] * gradient[i];
      final double scale = Math.sqrt(square[i] / squareCorrection) + epsilon;
      next[i] = theta[i] - learningRate * (mean[i] / meanCorrection) / scale;
    }
    return new OptimizerUpdate(next, state(t, mean, square));
  }

  private static OptimizerState state(long steps, double[] mean, double[] square) {
    final Map<String, double[]> vectors = new LinkedHashMap<>();
    vectors.put(MEAN, mean);
    vectors.put(SQUARE, square);
    return new OptimizerState(steps, vectors);
  }
}

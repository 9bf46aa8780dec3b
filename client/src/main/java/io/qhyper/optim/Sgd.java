package io.qhyper.optim;

import java.util.Map;

/**
 * Gradient descent with momentum: v ← momentum · v + g; θ ← θ − rate · v.
 *
 * <p>Source: the heavy ball of Polyak, Some methods of speeding up the convergence of iteration
 * methods (1964). A steady gradient is amplified by 1/(1 − momentum); momentum 0 is plain descent.
 *
 * @param learningRate positive
 * @param momentum in [0, 1)
 */
public record Sgd(double learningRate, double momentum) implements UpdateRule {

  private static final String VELOCITY = "velocity";

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  public Sgd {
    Checks.positive("learningRate", learningRate);
    Checks.belowOne("momentum", momentum);
  }

  @Override
  public OptimizerState initialState(int parameters) {
    Checks.atLeastOne("parameters", parameters);
    return new OptimizerState(0, Map.of(VELOCITY, new double[parameters]));
  }

  @Override
  public OptimizerUpdate step(OptimizerState state, double[] theta, double[] gradient) {
    final int n = Checks.finite("theta", theta).length;
    Checks.finite("gradient", Checks.sameLength("gradient", gradient, n));
    final double[] velocity = Vectors.plusScaled(gradient, momentum, state.vector(VELOCITY, n));
    return new OptimizerUpdate(
        Vectors.plusScaled(theta, -learningRate, velocity),
        new OptimizerState(state.steps() + 1, Map.of(VELOCITY, velocity)));
  }
}

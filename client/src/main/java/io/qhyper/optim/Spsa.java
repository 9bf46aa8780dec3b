package io.qhyper.optim;

import java.util.Map;
import java.util.Objects;

/**
 * Simultaneous perturbation stochastic approximation: θ ← θ − a_k · ĝ, with ĝ from 2 measurements
 * per direction, however many parameters there are.
 *
 * <p>One iteration k: {@link #perturbation} names the directions, {@link SpsaPerturbation#rows} the
 * parameter rows to measure as one batch, {@link SpsaPerturbation#gradient} turns the losses into
 * ĝ, and {@link #step} moves. The rule has no memory but k, the number of steps so far.
 *
 * <p>Source: Spall, Implementation of the Simultaneous Perturbation Algorithm for Stochastic
 * Optimization, IEEE Transactions on Aerospace and Electronic Systems 34 (1998) 817.
 *
 * @param gains the sequences a_k and c_k
 * @param average how many directions are averaged per iteration, at least 1
 */
public record Spsa(SpsaGains gains, int average) implements UpdateRule {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if {@code average} is less than 1
   */
  public Spsa {
    Objects.requireNonNull(gains, "gains");
    Checks.atLeastOne("average", average);
  }

  @Override
  public OptimizerState initialState(int parameters) {
    Checks.atLeastOne("parameters", parameters);
    return new OptimizerState(0, Map.of());
  }

  /**
   * The directions of one iteration; equal arguments give equal directions.
   *
   * @param seed the seed of the run
   * @param iteration k, the {@link OptimizerState#steps} so far, not negative
   * @param parameters how many parameters there are, at least 1
   * @throws IllegalArgumentException if a value is outside its range
   */
  public SpsaPerturbation perturbation(long seed, long iteration, int parameters) {
    Checks.atLeastOne("parameters", parameters);
    return SpsaPerturbation.draw(
        seed, iteration, average, parameters, gains.perturbation(iteration));
  }

  @Override
  public OptimizerUpdate step(OptimizerState state, double[] theta, double[] gradient) {
    final int n = Checks.finite("theta", theta).length;
    Checks.finite("gradient", Checks.sameLength("gradient", gradient, n));
    if (!state.vectors().isEmpty()) {
      throw new IllegalArgumentException(
          "a state of SPSA holds no vectors, but this one holds %s; it was saved by another optimiser"
              .formatted(state.vectors().keySet()));
    }
    return new OptimizerUpdate(
        Vectors.plusScaled(theta, -gains.step(state.steps()), gradient),
        new OptimizerState(state.steps() + 1, Map.of()));
  }
}

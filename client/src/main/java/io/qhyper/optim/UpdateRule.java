package io.qhyper.optim;

/**
 * One step of a first-order optimiser: a pure function of state, parameters and gradient.
 *
 * <p>The rule keeps nothing between calls: everything it remembers is in the {@link
 * OptimizerState}. Cost per step: O(parameters).
 */
public sealed interface UpdateRule permits Adam, Sgd, Spsa {

  /**
   * The state before the first step.
   *
   * @param parameters how many parameters are optimised, at least 1
   * @throws IllegalArgumentException if {@code parameters} is less than 1
   */
  OptimizerState initialState(int parameters);

  /**
   * The parameters and the state after one more step downhill.
   *
   * @param state the state after the steps so far, made by this kind of rule
   * @param theta the present parameters; not modified
   * @param gradient the (estimated) gradient at {@code theta}, of the same length; not modified
   * @throws IllegalArgumentException if lengths differ, a number is not finite, or the state comes
   *     from another kind of rule
   */
  OptimizerUpdate step(OptimizerState state, double[] theta, double[] gradient);
}

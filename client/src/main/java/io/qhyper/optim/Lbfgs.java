package io.qhyper.optim;

import java.util.Optional;

/**
 * Limited-memory BFGS: minimises a smooth function from exact values and gradients.
 *
 * <p>It ends when the largest absolute entry of the gradient is at most the tolerance, which is
 * what SciPy's L-BFGS-B calls {@code pgtol} (without bounds). There is no test on the decrease of
 * the value, unlike SciPy's {@code ftol}. Every accepted step meets the strong Wolfe conditions
 * with c₁ = 10⁻⁴ and c₂ = 0.9. If a line search fails, the history is dropped and the steepest
 * descent tried once from the same point; if that fails too, it ends there. An iteration evaluates
 * the function at most 120 times, usually once or twice, and costs O(history · parameters) besides.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd ed., Algorithm 7.5.
 *
 * @param history how many pairs of steps and gradient changes are remembered, at least 1
 * @param gradientTolerance not negative
 * @param maxIterations the largest number of accepted steps, at least 1
 */
public record Lbfgs(int history, double gradientTolerance, int maxIterations) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  public Lbfgs {
    Checks.atLeastOne("history", history);
    Checks.notNegative("gradientTolerance", gradientTolerance);
    Checks.atLeastOne("maxIterations", maxIterations);
  }

  /**
   * Gradient tolerance 10⁻⁶ and at most 500 iterations, the paper's stopping rule, and a history of
   * 100: on networks of 17 bits it ends up to four times earlier than one of 10, and lower.
   */
  public static Lbfgs withDefaults() {
    return new Lbfgs(100, 1e-6, 500);
  }

  /**
   * The state before the first step; evaluates the function once.
   *
   * @param point where to start; not modified
   * @throws IllegalArgumentException if {@code point} is empty or not finite
   * @throws NonFiniteEvaluationException if the function is not finite there
   */
  public LbfgsState start(DifferentiableFunction function, double[] point) {
    Checks.atLeastOne("length of point", Checks.finite("point", point).length);
    final CountedFunction counted = new CountedFunction(function, 0);
    final Sample sample = counted.at(point.clone());
    return new LbfgsState(0, counted.evaluations(), sample, CurvatureHistory.EMPTY);
  }

  /**
   * Minimises from {@code point}.
   *
   * @throws IllegalArgumentException if {@code point} is empty or not finite
   * @throws NonFiniteEvaluationException if the function is not finite at a point tried
   */
  public LbfgsResult minimize(DifferentiableFunction function, double[] point) {
    return minimize(function, start(function, point), LbfgsListener.NONE);
  }

  /**
   * Goes on minimising from a state, bit for bit as if there had been no interruption.
   *
   * @param from {@link #start}, or a state that a listener saw
   * @param listener told of every iteration
   * @throws NonFiniteEvaluationException if the function is not finite at a point tried
   */
  public LbfgsResult minimize(
      DifferentiableFunction function, LbfgsState from, LbfgsListener listener) {
    final CountedFunction counted = new CountedFunction(function, from.evaluations());
    LbfgsState state = from;
    while (!hasConverged(state)) {
      if (state.iteration() >= maxIterations) {
        return new LbfgsResult(state, LbfgsEnding.MAX_ITERATIONS);
      }
      final Optional<LbfgsState> next = next(counted, state);
      if (next.isEmpty()) {
        return new LbfgsResult(
            state.withEvaluations(counted.evaluations()), LbfgsEnding.LINE_SEARCH_FAILED);
      }
      state = next.get();
      if (!listener.continueAfter(state) && !hasConverged(state)) {
        return new LbfgsResult(state, LbfgsEnding.STOPPED);
      }
    }
    return new LbfgsResult(state, LbfgsEnding.CONVERGED);
  }

  private boolean hasConverged(LbfgsState state) {
    return state.gradientNorm() <= gradientTolerance;
  }

  private Optional<LbfgsState> next(CountedFunction function, LbfgsState state) {
    final Optional<LbfgsState> next = next(function, state, state.history());
    return next.isPresent() || state.history().isEmpty()
        ? next
        : next(function, state, CurvatureHistory.EMPTY);
  }

  private Optional<LbfgsState> next(
      CountedFunction function, LbfgsState state, CurvatureHistory curvature) {
    final Sample from = state.current();
    final double[] direction = curvature.direction(from.gradient());
    return new WolfeLineSearch(function, from, direction)
        .search(firstStep(from, curvature))
        .map(
            to ->
                new LbfgsState(
                    state.iteration() + 1,
                    function.evaluations(),
                    to,
                    curvature.plus(from, to, history)));
  }

  /** 1 with a known curvature; without one, a step no longer than 1 in the Euclidean norm. */
  private static double firstStep(Sample from, CurvatureHistory curvature) {
    return curvature.isEmpty()
        ? Math.min(1, 1 / Math.sqrt(Vectors.dot(from.gradient(), from.gradient())))
        : 1;
  }
}

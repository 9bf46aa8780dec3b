package io.qhyper.optim;

/** A smooth real function with its gradient, evaluated exactly (no sampling noise). */
@FunctionalInterface
public interface DifferentiableFunction {

  /**
   * The value at {@code point}; writes the gradient into {@code gradient}.
   *
   * <p>Equal points must give equal results bit for bit if a minimisation is to be repeatable.
   *
   * @param point where to evaluate; a private copy
   * @param gradient receives ∂f/∂point, of the same length; every entry must be written
   */
  double evaluate(double[] point, double[] gradient);
}

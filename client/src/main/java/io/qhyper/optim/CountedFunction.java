package io.qhyper.optim;

/** Evaluates, counts and insists on finite results. */
final class CountedFunction {

  private final DifferentiableFunction function;
  private long evaluations;

  CountedFunction(DifferentiableFunction function, long evaluations) {
    this.function = function;
    this.evaluations = evaluations;
  }

  long evaluations() {
    return evaluations;
  }

  /**
   * The sample at {@code point}, which this takes over.
   *
   * @throws NonFiniteEvaluationException if the value or a derivative is not finite
   */
  Sample at(double[] point) {
    evaluations++;
    final double[] gradient = new double[point.length];
    final double value = function.evaluate(point.clone(), gradient);
    if (!Double.isFinite(value)) {
      throw new NonFiniteEvaluationException("value", value, point);
    }
    for (int i = 0; i < gradient.length; i++) {
      if (!Double.isFinite(gradient[i])) {
        throw new NonFiniteEvaluationException("derivative " + i, gradient[i], point);
      }
    }
    return new Sample(point, value, gradient.clone());
  }
}

package io.qhyper.optim;

import java.util.ArrayList;
import java.util.List;

/** Passes on a function and remembers each evaluation. */
final class Recording implements DifferentiableFunction {

  private final DifferentiableFunction function;
  private final List<Sample> samples = new ArrayList<>();

  Recording(DifferentiableFunction function) {
    this.function = function;
  }

  List<Sample> samples() {
    return samples;
  }

  @Override
  public double evaluate(double[] point, double[] gradient) {
    final double value = function.evaluate(point, gradient);
    samples.add(new Sample(point.clone(), value, gradient.clone()));
    return value;
  }
}

package io.qhyper.optim;

import java.util.Arrays;

/** A function that is being minimised gave NaN or an infinity. */
public final class NonFiniteEvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final double[] point;

  NonFiniteEvaluationException(String quantity, double found, double[] point) {
    super(
        "the minimised function must be finite everywhere, but its %s is %s at %s"
            .formatted(quantity, found, Arrays.toString(point)));
    this.point = point.clone();
  }

  /** A copy of the point at which it happened. */
  public double[] point() {
    return point.clone();
  }
}

package io.qhyper.optim;

import java.util.Arrays;
import java.util.Objects;

/**
 * What one optimiser step gives; compares by content.
 *
 * @param theta the new parameters, all finite; copied in and out
 * @param state the new state
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record OptimizerUpdate(double[] theta, OptimizerState state) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a parameter is not finite
   */
  public OptimizerUpdate {
    theta = Checks.finite("new theta", theta).clone();
    Objects.requireNonNull(state, "state");
  }

  @Override
  public double[] theta() {
    return theta.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OptimizerUpdate that
        && Arrays.equals(theta, that.theta)
        && state.equals(that.state);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(theta) + state.hashCode();
  }

  @Override
  public String toString() {
    return "OptimizerUpdate[theta=" + Arrays.toString(theta) + ", state=" + state + "]";
  }
}

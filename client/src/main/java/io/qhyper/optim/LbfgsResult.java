package io.qhyper.optim;

import java.util.Objects;

/**
 * Where and why a minimisation ended.
 *
 * @param state the last accepted iteration: the lowest point found
 * @param ending why it ended
 */
public record LbfgsResult(LbfgsState state, LbfgsEnding ending) {

  /** Refuses missing parts. */
  public LbfgsResult {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(ending, "ending");
  }

  /** A copy of the final point. */
  public double[] point() {
    return state.point();
  }

  /** The function's value there. */
  public double value() {
    return state.value();
  }

  /** The largest absolute entry of the gradient there. */
  public double gradientNorm() {
    return state.gradientNorm();
  }

  /** How many steps were accepted, those before a resumption included. */
  public long iterations() {
    return state.iteration();
  }

  /** How often the function was evaluated, the calls before a resumption included. */
  public long evaluations() {
    return state.evaluations();
  }
}

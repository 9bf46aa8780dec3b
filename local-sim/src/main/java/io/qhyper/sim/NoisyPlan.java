package io.qhyper.sim;

import java.util.List;

/**
 * A plan whose tail has channels in it.
 *
 * @param plan what to run
 * @param misreads what happens to the bits of the terminal measurements
 */
record NoisyPlan(Plan plan, List<TailStep.Misread> misreads) {
  NoisyPlan {
    misreads = List.copyOf(misreads);
  }
}

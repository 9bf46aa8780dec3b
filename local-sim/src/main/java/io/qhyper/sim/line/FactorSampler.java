package io.qhyper.sim.line;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws basis states (h, l) of a state in factors. */
public interface FactorSampler {
  /**
   * Draws independent basis states.
   *
   * <p>Takes one {@code nextLong} of the stream a draw, whose upper 53 bits are a number u in [0,
   * 1), and gives the first basis state, h before l in ascending order, up to which the
   * probabilities sum to more than u.
   *
   * @param high receives h of each draw
   * @param low receives l of each draw
   */
  void draw(UniformRandomProvider random, int[] high, int[] low);
}

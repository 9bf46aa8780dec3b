package io.qhyper.sim;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws the classical bits that shots of one row leave. */
interface ShotSource {
  /**
   * Draws a block of shots into packed words.
   *
   * @param random the block's stream, at its beginning
   * @param shots 1 to {@link ShotRequest#BLOCK}
   * @param words receives the bits; zero before
   * @param offset where the first shot begins
   */
  void draw(UniformRandomProvider random, int shots, long[] words, int offset);
}

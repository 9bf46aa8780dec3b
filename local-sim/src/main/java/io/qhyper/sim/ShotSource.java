package io.qhyper.sim;

import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
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

  /**
   * Draws all shots of a row, block by block.
   *
   * @param bits that each shot leaves
   * @param key the stream of the first block
   * @return {@code BitString.wordsFor(bits)} words a shot
   */
  default long[] drawAll(int shots, int bits, StreamKey key) {
    int stride = BitString.wordsFor(bits);
    long[] words = new long[Math.multiplyExact(shots, stride)];
    for (int from = 0; from < shots; from += ShotRequest.BLOCK) {
      StreamKey block = key.withBlock(key.block() + from / ShotRequest.BLOCK);
      int count = Math.min(ShotRequest.BLOCK, shots - from);
      draw(block.open(), count, words, from * stride);
    }
    return words;
  }
}

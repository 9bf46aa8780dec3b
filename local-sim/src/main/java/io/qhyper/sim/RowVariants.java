package io.qhyper.sim;

import io.qhyper.random.StreamKey;

/** Runs rows that differ from one row in few values; for one thread at a time. */
interface RowVariants {
  /**
   * The classical bits that each shot of a row leaves, as {@link Engine#shots} gives them.
   *
   * @param row equal to the first row but for few values
   * @param shots 1 to {@value ShotRequest#BLOCK}
   */
  long[] shots(double[] row, int shots, StreamKey key);
}

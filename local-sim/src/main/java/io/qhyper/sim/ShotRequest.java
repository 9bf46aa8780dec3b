package io.qhyper.sim;

import io.qhyper.random.StreamKey;

/**
 * One row of parameter values to be run by shots.
 *
 * @param parameters a value in radians for each of {@link SimulatedProgram#parameters}, in that
 *     order; copied
 * @param shots number of shots, at least 1
 * @param key where the chance comes from; block {@code b} of {@value #BLOCK} shots draws from
 *     {@code key.withBlock(key.block() + b)}, so a run of whole blocks can be split at their
 *     borders
 * @param memory whether the result keeps every shot
 */
@SuppressWarnings("ArrayRecordComponent") // hot data; requests are not compared
public record ShotRequest(double[] parameters, int shots, StreamKey key, Memory memory) {
  /** Number of shots that share a random stream. */
  public static final int BLOCK = 1024;

  public ShotRequest {
    parameters = parameters.clone();
    if (shots < 1) {
      throw new IllegalArgumentException("shots must be at least 1, got " + shots);
    }
  }
}

package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;

/** An engine that simulates noise. */
interface NoisyEngine extends Engine {
  /**
   * Independent values whose mean is the noisy mean of a loss over a register, each the exact mean
   * of one random choice of errors; a single value if it is exact itself.
   *
   * @param loss 2^width finite values
   * @param samples how many values, at least 1
   * @param key where the chance comes from
   */
  double[] losses(
      ClassicalRegister register, double[] row, double[] loss, int samples, StreamKey key);
}

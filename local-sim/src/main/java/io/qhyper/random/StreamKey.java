package io.qhyper.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;

/**
 * The name of one random stream; the same name always opens the same stream.
 *
 * <p>Streams of different keys are independent: the seed and the purpose are the key of a
 * Philox4x64-10 block cipher, the rest is its counter (Salmon et al., Parallel random numbers: as
 * easy as 1, 2, 3, SC'11): word 0 of the counter runs from 1, words 1, 2 and 3 are block, circuit
 * and iteration. Each stream holds 2^66 numbers before it would meet another.
 *
 * @param seed the seed of the run
 * @param purpose what the numbers are for
 * @param iteration the step of the run, from 0; negative values are allowed and differ
 * @param circuit the circuit, or restart, within that step
 * @param block the block of shots within that circuit
 */
public record StreamKey(long seed, Purpose purpose, long iteration, long circuit, long block) {

  /** The first stream of a purpose. */
  public static StreamKey of(long seed, Purpose purpose) {
    return new StreamKey(seed, purpose, 0, 0, 0);
  }

  /** The same stream name at another iteration. */
  public StreamKey withIteration(long newIteration) {
    return new StreamKey(seed, purpose, newIteration, circuit, block);
  }

  /** The same stream name for another circuit. */
  public StreamKey withCircuit(long newCircuit) {
    return new StreamKey(seed, purpose, iteration, newCircuit, block);
  }

  /** The same stream name for another block of shots. */
  public StreamKey withBlock(long newBlock) {
    return new StreamKey(seed, purpose, iteration, circuit, newBlock);
  }

  /** Opens the stream at its beginning. */
  public UniformRandomProvider open() {
    return new Philox4x64(new long[] {seed, purpose.code(), 0, block, circuit, iteration});
  }
}

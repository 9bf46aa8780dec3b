package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.Chain;
import io.qhyper.sim.line.FactorSampler;
import java.util.Optional;

/**
 * Runs a terminal plan as two halves of a line; a row costs what its half-size families cost.
 *
 * <p>Shots take one number of the stream each, as in the reference engine, and invert the same
 * running sum if positions and qubits are in the same order.
 */
final class LineEngine implements Engine {
  private final Plan plan;
  private final LinePlan line;
  private final BondCut cut;
  private final Optional<Chain> chain;
  private final HalfReadouts readouts;
  private final long heapBytes;

  LineEngine(Plan plan, LinePlan line, long heapBytes) {
    this.plan = plan;
    this.line = line;
    this.cut = line.cut();
    this.chain = line.chain();
    this.readouts = new HalfReadouts(plan, line.positions(), cut.lowQubits());
    this.heapBytes = heapBytes;
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    int stride = BitString.wordsFor(plan.bits());
    long[] words = new long[Math.multiplyExact(shots, stride)];
    ReferenceEngine.checkNotInterrupted();
    FactorSampler sampler = cut.prepare(line.settings(row)).sampler();
    for (int from = 0; from < shots; from += ShotRequest.BLOCK) {
      ReferenceEngine.checkNotInterrupted();
      int count = Math.min(ShotRequest.BLOCK, shots - from);
      int[] high = new int[count];
      int[] low = new int[count];
      sampler.draw(key.withBlock(key.block() + from / ShotRequest.BLOCK).open(), high, low);
      readouts.write(high, low, words, from * stride);
    }
    return words;
  }

  @Override
  public RowVariants variants(double[] row) {
    return new LineVariants(plan, line, cut, chain, readouts, row);
  }

  @Override
  public int parallelism(int shots) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, heapBytes / line.choice().bytes()));
  }

  @Override
  public ExactEngine exact(ClassicalRegister register) {
    return new LineExact(plan, line, cut, register, heapBytes);
  }
}

package io.qhyper.sim;

import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.FactorSampler;
import io.qhyper.sim.line.Trace;

/**
 * Runs rows on the line engine that differ from one row in few values: each half goes on from its
 * first step that differs.
 */
final class LineVariants implements RowVariants {
  private final LinePlan line;
  private final BondCut cut;
  private final HalfReadouts readouts;
  private final int stride;
  private final Trace trace;

  LineVariants(Plan plan, LinePlan line, BondCut cut, HalfReadouts readouts, double[] base) {
    this.line = line;
    this.cut = cut;
    this.readouts = readouts;
    this.stride = BitString.wordsFor(plan.bits());
    this.trace = cut.trace(line.settings(base));
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    ReferenceEngine.checkNotInterrupted();
    FactorSampler sampler = cut.prepare(line.settings(row), trace).sampler();
    int[] high = new int[shots];
    int[] low = new int[shots];
    sampler.draw(key.open(), high, low);
    long[] words = new long[shots * stride];
    readouts.write(high, low, words, 0);
    return words;
  }
}

package io.qhyper.sim;

import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.CutVariants;
import io.qhyper.sim.line.FactorSampler;
import io.qhyper.sim.line.Settings;
import java.util.BitSet;

/** Runs rows on the line engine that differ from one row in few values. */
final class LineVariants implements RowVariants {
  private final LinePlan line;
  private final HalfReadouts readouts;
  private final int stride;
  private final double[] base;
  private final BitSet[] turns;
  private final BitSet[] couplings;
  private final Settings settings;
  private final CutVariants variants;

  LineVariants(Plan plan, LinePlan line, BondCut cut, HalfReadouts readouts, double[] base) {
    this.line = line;
    this.readouts = readouts;
    this.stride = BitString.wordsFor(plan.bits());
    this.base = base.clone();
    this.turns = line.turnsByInput(base.length);
    this.couplings = line.couplingsByInput(base.length);
    this.settings = line.settings(base);
    this.variants = cut.variants(settings);
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    ReferenceEngine.checkNotInterrupted();
    BitSet turnSlots = new BitSet();
    BitSet couplingSlots = new BitSet();
    for (int input = 0; input < base.length; input++) {
      if (row[input] != base[input]) {
        turnSlots.or(turns[input]);
        couplingSlots.or(couplings[input]);
      }
    }
    line.refill(row, turnSlots, couplingSlots, settings);
    FactorSampler sampler = variants.sampler(settings, turnSlots, couplingSlots);
    line.refill(base, turnSlots, couplingSlots, settings);
    int[] high = new int[shots];
    int[] low = new int[shots];
    sampler.draw(key.open(), high, low);
    long[] words = new long[shots * stride];
    readouts.write(high, low, words, 0);
    return words;
  }
}

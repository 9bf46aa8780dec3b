package io.qhyper.sim;

import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.Chain;
import io.qhyper.sim.line.ChainVariants;
import io.qhyper.sim.line.FactorSampler;
import io.qhyper.sim.line.Settings;
import io.qhyper.sim.line.Trace;
import java.util.Arrays;
import java.util.Optional;

/**
 * Runs rows on the line engine that differ from one row in few values. Few shots of a row come from
 * many short pieces of the line, of which only those that differ are done again; more from two
 * halves, each of which goes on from its first step that differs.
 */
final class LineVariants implements RowVariants {
  /** So many shots from pieces take about as long as two halves with their sampler. */
  private static final int FEW_SHOTS = 32;

  private final LinePlan line;
  private final BondCut cut;
  private final HalfReadouts readouts;
  private final int stride;
  private final double[] base;
  private final Settings settings;
  private final Trace trace;
  private final Optional<ChainVariants> pieces;

  LineVariants(
      Plan plan,
      LinePlan line,
      BondCut cut,
      Optional<Chain> chain,
      HalfReadouts readouts,
      double[] base) {
    this.line = line;
    this.cut = cut;
    this.readouts = readouts;
    this.stride = BitString.wordsFor(plan.bits());
    this.base = base.clone();
    this.settings = line.settings(base);
    this.trace = cut.trace(settings);
    this.pieces = chain.map(found -> found.variants(settings, cut.lowQubits()));
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    ReferenceEngine.checkNotInterrupted();
    int[] high = new int[shots];
    int[] low = new int[shots];
    if (shots <= FEW_SHOTS && pieces.isPresent()) {
      pieces.get().draw(line.settings(row, base, settings), key.open(), high, low);
    } else {
      sampler(row).draw(key.open(), high, low);
    }
    long[] words = new long[shots * stride];
    readouts.write(high, low, words, 0);
    return words;
  }

  private FactorSampler sampler(double[] row) {
    return Arrays.equals(row, base)
        ? trace.factors().sampler()
        : cut.prepare(line.settings(row, base, settings), trace).sampler();
  }
}

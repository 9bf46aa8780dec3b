package io.qhyper.sim.line;

import java.util.BitSet;
import java.util.Optional;

/**
 * Draws from states whose settings differ from base settings in a few numbers: a half without any
 * is taken as it is, the other one is carried on from its first step that differs.
 *
 * <p>For one thread at a time.
 */
public final class CutVariants {
  private final HalfVariants low;
  private final HalfVariants high;
  private Optional<double[]> lowSums = Optional.empty();
  private Optional<double[][]> highProducts = Optional.empty();

  CutVariants(HalfVariants low, HalfVariants high) {
    this.low = low;
    this.high = high;
  }

  /**
   * A way to draw from the state of some settings.
   *
   * @param turns slots of turns in which they differ from the base
   * @param couplings slots of couplings in which they do
   */
  public FactorSampler sampler(Settings settings, BitSet turns, BitSet couplings) {
    boolean isLow = low.isTouched(turns, couplings);
    boolean isHigh = high.isTouched(turns, couplings);
    Family lowFamily = isLow ? low.family(settings, turns, couplings) : low.base();
    Family highFamily = isHigh ? high.family(settings, turns, couplings) : high.base();
    if (lowFamily.terms() > Factors.BILINEAR_TERMS) {
      return new Factors(lowFamily, highFamily).sampler();
    }
    return new BilinearSampler(
        isHigh ? Products.high(highFamily) : baseProducts(),
        isLow ? BilinearSampler.sums(Products.low(lowFamily)) : baseSums());
  }

  private double[][] baseProducts() {
    if (highProducts.isEmpty()) {
      highProducts = Optional.of(Products.high(high.base()));
    }
    return highProducts.get();
  }

  private double[] baseSums() {
    if (lowSums.isEmpty()) {
      lowSums = Optional.of(BilinearSampler.sums(Products.low(low.base())));
    }
    return lowSums.get();
  }
}

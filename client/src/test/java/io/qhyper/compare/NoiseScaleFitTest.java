package io.qhyper.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseScaleFitTest {
  private static final double[] IDEAL = Distributions.skewed(6, 1.5);
  private static final int SHOTS = 2000;

  /** What part of an ideal distribution is lost at a scale. */
  private static double[] at(double scale) {
    return Distributions.mixed(IDEAL, 1 - Math.exp(-0.2 * scale));
  }

  private static NoiseScaleFit fit(Counts sample, int number) {
    return NoiseScaleFit.of(
        sample,
        scale -> Distributions.sample(at(scale), 4 * SHOTS, 77, Math.round(1e6 * scale)),
        new Resampling(99, 5, number));
  }

  @Test
  void findsTheTrueScaleWithinItsError() {
    double truth = 1.3;
    int repetitions = 40;
    double squares = 0;
    double mean = 0;
    for (int i = 0; i < repetitions; i++) {
      NoiseScaleFit fit = fit(Distributions.sample(at(truth), SHOTS, 6, i), i);
      double pull = (fit.scale() - truth) / fit.standardError();
      squares += pull * pull / repetitions;
      mean += fit.scale() / repetitions;
      assertThat(fit.standardError()).isBetween(0.02, 0.3);
    }

    // All fits share the model's shots, whose part of the error is common: √(1/5) of it.
    assertThat(mean).isCloseTo(truth, within(0.15));
    // χ² of forty pulls, four standard deviations of √(2/40) to either side.
    assertThat(squares).isBetween(0.3, 1.9);
  }

  @Test
  void anIdealSampleHasScaleZeroWithinItsError() {
    NoiseScaleFit fit = fit(Distributions.sample(at(0), SHOTS, 8, 1), 1);

    assertThat(fit.scale()).isLessThan(4 * fit.standardError());
    assertThat(fit.same().combined()).isGreaterThan(0.01);
  }

  @Test
  void aSampleThatNoScaleExplainsIsToldApart() {
    double[] reversed = new double[IDEAL.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = IDEAL[reversed.length - 1 - i];
    }

    NoiseScaleFit fit = fit(Distributions.sample(reversed, SHOTS, 8, 2), 2);

    assertThat(fit.same().combined()).isLessThanOrEqualTo(0.01);
    assertThat(fit.discrepancy()).isGreaterThan(1e-3);
  }

  @Test
  void embeddingsAgreeWithPairsOfSingleShots() {
    Counts model = Distributions.wide(60, 40, 1, false);
    Counts sample = Distributions.sample(IDEAL, 50, 3, 3);
    Counts small = Distributions.sample(at(1), 60, 3, 4);

    assertThat(new Embedding(model).own()).isCloseTo(meanOfPairs(model), within(1e-12));
    assertThat(new Embedding(small).own()).isCloseTo(meanOfPairs(small), within(1e-12));
    double[] means = new Embedding(small).means(sample);
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (BitString shot : shots(small)) {
        sum += kernel(sample.bits(i), shot);
      }
      assertThat(means[i]).isCloseTo(sum / small.shots(), within(1e-12));
    }
  }

  private static double meanOfPairs(Counts counts) {
    List<BitString> shots = shots(counts);
    double sum = 0;
    for (int i = 0; i < shots.size(); i++) {
      for (int j = 0; j < shots.size(); j++) {
        sum += i == j ? 0 : kernel(shots.get(i), shots.get(j));
      }
    }
    return sum / (shots.size() * (shots.size() - 1.0));
  }

  private static List<BitString> shots(Counts counts) {
    List<BitString> shots = new ArrayList<>();
    for (Map.Entry<BitString, Long> entry : counts.toMap().entrySet()) {
      for (long shot = 0; shot < entry.getValue(); shot++) {
        shots.add(entry.getKey());
      }
    }
    return shots;
  }

  private static double kernel(BitString a, BitString b) {
    double product = 1;
    for (int bit = 0; bit < a.width(); bit++) {
      product *= a.bit(bit) == b.bit(bit) ? 1 : Math.exp(-1);
    }
    return product;
  }
}

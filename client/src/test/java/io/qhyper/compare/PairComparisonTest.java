package io.qhyper.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairComparisonTest {
  private static final Resampling RESAMPLING = new Resampling(99, 3, 0);

  private static Counts counts(Object... entries) {
    Map<BitString, Long> map = new java.util.HashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(BitString.parse((String) entries[i]), ((Number) entries[i + 1]).longValue());
    }
    return Counts.of(((String) entries[0]).length(), map);
  }

  @Test
  void distancesAreThoseOfTheHistograms() {
    PairComparison pair =
        PairComparison.of(counts("00", 30, "01", 70), counts("00", 10, "11", 10), RESAMPLING);

    assertThat(pair.distinct()).isEqualTo(3);
    assertThat(pair.totalVariation().value()).isCloseTo(0.7, within(1e-15));
    assertThat(pair.hellinger().value()).isCloseTo(Math.sqrt(1 - Math.sqrt(0.15)), within(1e-15));
  }

  @Test
  void marginalsAreListedFromBitZero() {
    PairComparison pair =
        PairComparison.of(counts("001", 40), counts("001", 30, "100", 10), RESAMPLING);

    assertThat(pair.marginals().stream().map(Deviation::first)).containsExactly(1.0, 0.0, 0.0);
    assertThat(pair.marginals().stream().map(Deviation::second)).containsExactly(0.75, 0.0, 0.25);
    // √(p(1−p)(1/40 + 1/40)) with the pooled p = 1/8
    assertThat(pair.marginals().get(2).standardError())
        .isCloseTo(Math.sqrt(0.125 * 0.875 / 20), within(1e-15));
    assertThat(pair.marginals().get(1).sigmas()).isZero();
  }

  @Test
  void theMostDifferentPairOfBitsComesFirst() {
    Counts apart = counts("000", 25, "001", 25, "100", 25, "101", 25);
    Counts together = counts("000", 50, "101", 50);

    PairComparison.BitPair pair =
        PairComparison.of(apart, together, RESAMPLING).correlations().get(0);

    assertThat(pair.high()).isEqualTo(2);
    assertThat(pair.low()).isZero();
    assertThat(pair.covariance().first()).isZero();
    assertThat(pair.covariance().second()).isCloseTo(0.25, within(1e-15));
    // Var[(x−½)(y−½)] is 1/16 for independent bits and 0 for equal ones.
    assertThat(pair.covariance().standardError()).isCloseTo(Math.sqrt(1 / 1600.0), within(1e-15));
  }

  @Test
  void equalMarginalsAndNewStringsAreToldApartByTheirCorrelations() {
    // 24 bits: hardly any string comes twice. Bits come in equal pairs in the second sample.
    Counts apart = Distributions.wide(24, 400, 1, false);
    Counts paired = Distributions.wide(24, 400, 2, true);

    PairComparison pair = PairComparison.of(apart, paired, RESAMPLING);

    assertThat(pair.seenOnce()).isGreaterThan(0.5);
    assertThat(pair.same().correlations()).isEqualTo(0.01); // the least that 99 deals can give
    assertThat(pair.same().combined()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void sameSeedGivesTheSameNumbers() {
    Counts a = counts("0", 60, "1", 40);
    Counts b = counts("0", 50, "1", 50);

    assertThat(PairComparison.of(a, b, RESAMPLING)).isEqualTo(PairComparison.of(a, b, RESAMPLING));
  }

  @Test
  void samplesOfDifferentWidthsAreRefused() {
    assertThatThrownBy(() -> PairComparison.of(counts("0", 1), counts("00", 1), RESAMPLING))
        .hasMessageContaining("widths 1 and 2");
  }

  @Test
  void wilsonIntervalIsThatOfTheFormula() {
    // R: prop.test(8, 10, correct = FALSE)
    assertThat(Wilson.interval(8, 10).low()).isCloseTo(0.4901625, within(1e-7));
    assertThat(Wilson.interval(8, 10).high()).isCloseTo(0.9433178, within(1e-7));
    assertThat(Wilson.interval(0, 5).low()).isZero();
  }
}

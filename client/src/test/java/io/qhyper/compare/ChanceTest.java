package io.qhyper.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether what is said about chance holds over many repetitions with known truth. */
class ChanceTest {
  private static final int SHOTS = 600;

  @Test
  void equalDistributionsAreRejectedAsOftenAsTheLevelSays() {
    int repetitions = 200;
    double[] truth = Distributions.skewed(6, 1.3);
    double[] pValues = new double[repetitions];
    int rejected = 0;
    for (int i = 0; i < repetitions; i++) {
      PairedCounts pair = Distributions.pair(truth, truth, SHOTS, i);
      pValues[i] =
          SameDistributionTest.of(pair, new Resampling(199, 5, i).permutations()).combined();
      rejected += pValues[i] <= 0.05 ? 1 : 0;
    }

    assertThat(rejected).isBetween(2, 20);
    // 99 % quantile of the Kolmogorov statistic; p-values lie on a grid of 1/200.
    assertThat(Distributions.kolmogorov(pValues)).isLessThan(1.63 / Math.sqrt(repetitions) + 0.005);
  }

  @Test
  void intervalsCoverTheTruth() {
    int repetitions = 60;
    // Four standard errors of a share of 60 that is 0.95.
    double slack = 4 * Math.sqrt(0.95 * 0.05 / repetitions);

    assertThat(Arrays.stream(covered(repetitions, SHOTS, 3)).boxed())
        .allSatisfy(share -> assertThat(share).isGreaterThan(0.95 - slack));
  }

  @Test
  @Tag("study")
  void intervalsCoverTheTruthNineteenTimesOfTwenty() {
    assertThat(Arrays.stream(covered(400, 2000, 4)).boxed())
        .allSatisfy(share -> assertThat(share).isBetween(0.93, 0.97));
  }

  private static double[] covered(int repetitions, int shots, int bits) {
    double[] p = Distributions.skewed(bits, 1.0);
    double[] q = Distributions.mixed(p, 0.3);
    double[] truth = Distributions.distances(p, q);
    double[] covered = new double[truth.length];
    for (int i = 0; i < repetitions; i++) {
      PairedCounts pair = Distributions.pair(p, q, shots, i);
      Interval[] intervals = new Resampling(200, 7, i).bootstrap().intervals(pair);
      for (int d = 0; d < truth.length; d++) {
        covered[d] += intervals[d].contains(truth[d]) ? 1.0 / repetitions : 0;
      }
    }
    return covered;
  }
}

package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LossEstimateTest {
  @Test
  void meanAndErrorAreThoseOfTheShotsOneByOne() {
    UniformRandomProvider random = Examples.random(21);
    for (int repetition = 0; repetition < 50; repetition++) {
      double offset = repetition % 5 == 0 ? 1e6 : 0; // no cancellation in the variance
      double[] losses = Examples.uniform(random, 16, offset - 1, offset + 3);
      int shots = 2 + random.nextInt(200);
      Map<BitString, Long> histogram = new TreeMap<>();
      List<Double> list = new ArrayList<>();
      for (int shot = 0; shot < shots; shot++) {
        int index = random.nextInt(1 + random.nextInt(16));
        histogram.merge(BitString.of(4, index), 1L, Long::sum);
        list.add(losses[index]);
      }

      LossEstimate estimate = Examples.estimate(Counts.of(4, histogram), losses);

      double mean = list.stream().mapToDouble(x -> x).sum() / shots;
      double squares = list.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
      assertThat(estimate.mean()).isCloseTo(mean, within(1e-14 * (offset + 10) * shots));
      assertThat(estimate.standardError())
          .isCloseTo(Math.sqrt(squares / (shots - 1) / shots), within(1e-8));
      assertThat(estimate.shots()).isEqualTo(shots);
    }
  }

  @Test
  void oneShotHasNoErrorToTell() {
    LossEstimate estimate =
        LossEstimate.of(Counts.of(1, Map.of(BitString.of(1, 1), 1L)), new double[] {0.7});

    assertThat(estimate).isEqualTo(new LossEstimate(0.7, Double.NaN, 1));
  }

  @Test
  void equalShotsHaveNoSpread() {
    LossEstimate estimate =
        LossEstimate.of(Counts.of(1, Map.of(BitString.of(1, 1), 9L)), new double[] {0.7});

    assertThat(estimate.mean()).isCloseTo(0.7, within(1e-15));
    assertThat(estimate.standardError()).isCloseTo(0, within(1e-15));
  }
}

package io.qhyper.bnn;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.data.Gaussians;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LossCacheTest {
  private static final Problem PROBLEM =
      Examples.problem(
          new ModelSpec.HiddenLayer(2, ActivationChoice.SEARCH, WidthChoice.ALL, 0),
          Gaussians.generate(1).train());

  @Test
  void alignsLossesWithTheEntriesOfAHistogram() {
    Counts counts = random(new Random(5), 40);

    double[] losses = new LossCache(PROBLEM, 2).losses(counts);

    assertThat(losses).hasSize(counts.distinct());
    for (int entry = 0; entry < losses.length; entry++) {
      assertThat(losses[entry]).isEqualTo(PROBLEM.loss(counts.bits(entry)));
    }
  }

  @Test
  void evaluatesEachDistinctBitstringOnce() {
    LossCache cache = new LossCache(PROBLEM, 1);
    Counts counts = random(new Random(6), 50);

    double[] first = cache.losses(counts);
    double[] second = cache.losses(counts);

    assertThat(second).isEqualTo(first);
    assertThat(cache.distinct()).isEqualTo(counts.distinct());
  }

  @Test
  void givesTheSameForAnyGroupingAndNumberOfThreads() {
    Counts one = random(new Random(7), 150);
    Counts two = random(new Random(8), 150);

    List<double[]> together = new LossCache(PROBLEM, 3).allLosses(List.of(one, two));
    LossCache apart = new LossCache(PROBLEM, 1);

    assertThat(together.get(1)).isEqualTo(apart.losses(two));
    assertThat(together.get(0)).isEqualTo(apart.losses(one));
  }

  @Test
  void remembersTheBestNetworkSeen() {
    LossCache cache = new LossCache(PROBLEM, 2);
    assertThat(cache.best()).isEmpty();

    double[] first = cache.losses(random(new Random(9), 300));
    double[] second = cache.losses(random(new Random(10), 300));

    double lowest = DoubleStream.concat(stream(first), stream(second)).min().orElseThrow();
    assertThat(cache.best().orElseThrow().loss()).isEqualTo(lowest);
    assertThat(PROBLEM.loss(cache.best().orElseThrow().bits())).isEqualTo(lowest);
  }

  private static Counts random(Random random, int shots) {
    Map<BitString, Long> entries = new HashMap<>();
    for (int shot = 0; shot < shots; shot++) {
      entries.merge(Examples.bits(random, PROBLEM.bits()), 1L, Long::sum);
    }
    return Counts.of(PROBLEM.bits(), entries);
  }
}

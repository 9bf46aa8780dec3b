package io.qhyper.sim.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.GateName;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.Statistics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class AmplitudeSamplerTest {
  private static final StreamKey KEY = StreamKey.of(11, Purpose.SAMPLING);

  @Test
  void drawsIndicesWithTheirProbabilitiesAcrossManyChunks() {
    StateVector state = product(13, 0.9);
    Map<Long, Double> distribution = new HashMap<>();
    for (int i = 0; i < state.size(); i++) {
      distribution.put((long) i, state.probability(i));
    }
    Map<Long, Long> counts = new HashMap<>();
    AmplitudeSampler sampler = new AmplitudeSampler(state);
    UniformRandomProvider random = KEY.open();
    for (int block = 0; block < 200; block++) {
      int[] indices = new int[AmplitudeSampler.MAX_DRAWS];
      sampler.draw(random, indices);
      Arrays.stream(indices).forEach(i -> counts.merge((long) i, 1L, Long::sum));
    }
    Statistics.assertDrawnFrom(distribution, counts, "13 qubits");
  }

  @Test
  void doesNotLeaveDrawsInSortedOrder() {
    int[] indices = new int[1024];
    new AmplitudeSampler(product(12, Math.PI / 2)).draw(KEY.open(), indices);
    long ascents = 0;
    for (int i = 1; i < indices.length; i++) {
      ascents += indices[i] > indices[i - 1] ? 1 : 0;
    }
    // Half of 1023 neighbours with variance 1024 / 12 for independent draws: 5 sigma is 46.
    assertThat((double) ascents).isCloseTo(511.5, within(47.0));
  }

  @Test
  void neverDrawsWhatHasNoProbability() {
    StateVector state = product(11, 0);
    state.flip(3);
    int[] indices = new int[500];
    new AmplitudeSampler(state).draw(KEY.open(), indices);
    assertThat(indices).containsOnly(8);
  }

  @Test
  void doesNotNeedANormalisedState() {
    StateVector state = product(1, Math.PI / 2);
    Kernels.scale(state.re(), state.im(), 0, 0, 1e-3);
    int[] indices = new int[1000];
    new AmplitudeSampler(state).draw(KEY.open(), indices);
    // Binomial(1000, 1/2) has deviation 15.8.
    assertThat((double) Arrays.stream(indices).sum()).isCloseTo(500, within(79.0));
  }

  private static StateVector product(int qubits, double theta) {
    StateVector state = StateVector.zero(qubits);
    for (int qubit = 0; qubit < qubits; qubit++) {
      StateGate.of(GateName.RY, new int[0], new int[] {qubit}, GateName.RY.targetMatrix(theta))
          .apply(state);
    }
    return state;
  }
}

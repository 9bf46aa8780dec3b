package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.oracle.DenseNoise;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoisyDensityTest {
  private final Random random = new Random(20261125);
  private final RandomNoise noise = new RandomNoise(random);

  @Test
  void agreesWithFullKrausMatricesForEveryChannelAlone() {
    for (Channel channel : noise.channels()) {
      compare(noise.frameCircuit(3, 12), noise.model(List.of(channel)));
    }
  }

  @Test
  void agreesWithMeasurementsResetsAndBranchesOnTheWay() {
    for (int i = 0; i < 12; i++) {
      compare(noise.midCircuit(3, 3), noise.model(noise.channels()));
    }
  }

  private void compare(Circuit circuit, NoiseModel model) {
    double[] row = new RandomCircuits(random).row();
    Map<Long, Double> expected =
        DenseNoise.distribution(circuit, Binding.of(circuit.parameters(), row), model);
    SimulatedProgram program = NoisyPrograms.of(circuit, model, NoiseMethod.DENSITY);
    assertThat(program.noise().orElseThrow().means()).isEqualTo(NoiseMethod.DENSITY);
    for (ClassicalRegister register : circuit.registers()) {
      double[] probabilities = program.exact(register.name()).probabilities(row);
      double[] marginal = new double[probabilities.length];
      expected.forEach(
          (bits, p) -> marginal[(int) (bits >> register.offset()) & marginal.length - 1] += p);
      assertThat(probabilities)
          .as("%s of %s under %s", register, circuit, model)
          .containsExactly(marginal, within(1e-12));
    }
  }

  @Test
  void samplesItsOwnDistribution() {
    for (int i = 0; i < 3; i++) {
      Circuit circuit = noise.midCircuit(3, 3);
      NoiseModel model = noise.model(noise.channels());
      double[] row = new RandomCircuits(random).row();
      NoisyPrograms.assertShots(circuit, model, NoiseMethod.DENSITY, row, 20_000);
    }
  }
}

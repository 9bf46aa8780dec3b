package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoisyTrajectoryTest {
  private final Random random = new Random(11);
  private final RandomNoise noise = new RandomNoise(random);

  @Test
  void drawsShotsOfEveryChannel() {
    for (Channel channel : noise.channels()) {
      Circuit circuit = noise.frameCircuit(3, 8);
      NoiseModel model = noise.model(List.of(channel));
      double[] row = new RandomCircuits(random).row();
      NoisyPrograms.assertShots(circuit, model, NoiseMethod.TRAJECTORIES, row, 5_000);
    }
  }

  @Test
  void drawsShotsWithMeasurementsResetsAndBranchesOnTheWay() {
    for (int i = 0; i < 4; i++) {
      Circuit circuit = noise.midCircuit(3, 2);
      NoiseModel model = noise.model(noise.channels());
      double[] row = new RandomCircuits(random).row();
      NoisyPrograms.assertShots(circuit, model, NoiseMethod.TRAJECTORIES, row, 5_000);
    }
  }

  @Test
  void averagesToTheMeanOfTheDensityMatrix() {
    for (int i = 0; i < 3; i++) {
      NoiseModel model = noise.model(noise.channels());
      double[] row = new RandomCircuits(random).row();
      NoisyPrograms.assertMean(
          noise.frameCircuit(6, 8), model, NoiseMethod.TRAJECTORIES, row, random);
      NoisyPrograms.assertMean(
          noise.midCircuit(4, 2), model, NoiseMethod.TRAJECTORIES, row, random);
    }
  }
}

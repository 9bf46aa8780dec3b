package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Circuit;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoisyFramesTest {
  private static final StreamKey KEY = StreamKey.of(5, Purpose.SAMPLING);

  private final Random random = new Random(3);
  private final RandomNoise noise = new RandomNoise(random);

  private List<Channel> pauliChannels() {
    return noise.channels().stream()
        .filter(channel -> channel.pauliProbabilities().isPresent())
        .toList();
  }

  @Test
  void drawsShotsOfEveryPauliChannel() {
    for (int i = 0; i < 4; i++) {
      for (Channel channel : pauliChannels()) {
        Circuit circuit = noise.frameCircuit(3, 12);
        NoiseModel model = noise.model(List.of(channel));
        double[] row = new RandomCircuits(random).row();
        NoisyPrograms.assertShots(circuit, model, NoiseMethod.FRAMES, row, 5_000);
      }
    }
  }

  @Test
  void averagesToTheMeanOfTheDensityMatrix() {
    for (int i = 0; i < 6; i++) {
      NoiseModel model = noise.model(pauliChannels());
      double[] row = new RandomCircuits(random).row();
      NoisyPrograms.assertMean(noise.frameCircuit(6, 25), model, NoiseMethod.FRAMES, row, random);
    }
  }

  @Test
  void countsErrorsOnGatesThatDoNothingWithoutNoise() {
    // The first CX layer acts on |0…0⟩; with certain errors after it, every bit is random.
    Circuit ansatz = new Brickwork(4, 2).circuit();
    NoiseModel paper = NoiseModel.depolarizing(0, 15.0 / 16);
    double[] angles = new double[ansatz.parameters().size()];

    SimulatedProgram program = NoisyPrograms.of(ansatz, paper, NoiseMethod.FRAMES);
    ShotResult result = program.run(new ShotRequest(angles, 16_000, KEY, Memory.DISCARD));

    assertThat(result.counts().get("c").distinct()).isEqualTo(16);
    assertThat(program.noise().orElseThrow().coverage().gates()).isEqualTo(3 + 2 * 4 * 2);
  }

  @Test
  void isTheNoiseFreeProgramAtScaleZero() {
    Circuit ansatz = new Brickwork(5, 2).circuit();
    double[] angles = random.doubles(ansatz.parameters().size(), -3, 3).toArray();
    double[] loss = random.doubles(32).toArray();
    double ideal = SimulatedProgram.of(ansatz).exact("c").expectation(angles, loss);

    NoisyMean mean =
        NoisyPrograms.of(
                ansatz, NoiseModel.depolarizing(0.001, 0.004).scaled(0), NoiseMethod.FRAMES)
            .mean("c", angles, loss, new Precision(0.01, 100), KEY, 1);

    assertThat(mean.mean()).isCloseTo(ideal, within(1e-12));
    assertThat(mean.samples()).isZero();
  }

  @Test
  void doesNotDependOnThreadsOrOnHowRowsAreGrouped() {
    Circuit ansatz = new Brickwork(5, 3).circuit();
    SimulatedProgram program =
        NoisyPrograms.of(ansatz, NoiseModel.depolarizing(0.02, 0.05), NoiseMethod.FRAMES);
    List<ShotRequest> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double[] row = random.doubles(ansatz.parameters().size(), -3, 3).toArray();
      rows.add(new ShotRequest(row, 2_000, KEY.withCircuit(i), Memory.KEEP));
    }
    List<ShotResult> together = program.run(rows, 3);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(together.get(i).counts()).isEqualTo(program.run(rows.get(i)).counts());
    }
    double[] loss = random.doubles(32).toArray();
    double[] row = rows.get(0).parameters();
    Precision precision = new Precision(1e-4, 3_000);
    assertThat(program.mean("c", row, loss, precision, KEY, 3))
        .isEqualTo(program.mean("c", row, loss, precision, KEY, 1));
  }

  @Test
  void refusesWhatFramesCannotDo() {
    NoiseModel model = noise.model(pauliChannels());

    assertThatThrownBy(() -> NoisyPrograms.of(noise.midCircuit(3, 1), model, NoiseMethod.FRAMES))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageStartingWith("noise method frames cannot run this program: ");
  }
}

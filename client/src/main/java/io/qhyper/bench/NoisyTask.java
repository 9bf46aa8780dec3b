package io.qhyper.bench;

import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.Noise;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.ShotResult;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.sim.noise.NoiseModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Shots of the whole circuit, no gate left out, under the paper's depolarising noise; the reference
 * runs one plain trajectory per shot.
 */
final class NoisyTask implements Task<ShotResult> {
  private static final double ONE_QUBIT_ERROR = 0.001;
  private static final double TWO_QUBIT_ERROR = 0.00375;
  private static final int COMPARED_QUBITS = 12;
  private static final double DEVIATIONS = 6;

  @Override
  public Supplier<ShotResult> prepare(Setting setting) {
    SimulatedProgram program = program(setting, setting.engine());
    double[] row = CircuitCase.whole(setting).row();
    return setting.engine() == EngineName.REFERENCE
        ? () -> oneByOne(program, row)
        : () -> program.run(CircuitCase.shots(row, 0));
  }

  /** Each shot in a run of its own, so that nothing is shared among shots. */
  private static ShotResult oneByOne(SimulatedProgram program, double[] row) {
    Map<BitString, Long> counts = new HashMap<>();
    int width = 0;
    for (int shot = 0; shot < CircuitCase.SHOTS; shot++) {
      Counts one = program.run(CircuitCase.shot(row, shot)).counts().get(TrainingProgram.REGISTER);
      counts.merge(one.bits(0), 1L, Long::sum);
      width = one.width();
    }
    return new ShotResult(
        CircuitCase.SHOTS, Map.of(TrainingProgram.REGISTER, Counts.of(width, counts)), Map.of());
  }

  private static SimulatedProgram program(Setting setting, EngineName engine) {
    NoiseMethod method =
        engine == EngineName.REFERENCE ? NoiseMethod.TRAJECTORIES : NoiseMethod.AUTO;
    Noise noise = new Noise(NoiseModel.depolarizing(ONE_QUBIT_ERROR, TWO_QUBIT_ERROR), method);
    SimulationOptions options = SimulationOptions.DEFAULT.withEngine(engine).withNoise(noise);
    return CircuitCase.whole(setting).simulated(options);
  }

  /** Two independent samples, the other one by trajectories, must agree bit by bit. */
  @Override
  public void verify(Setting setting, ShotResult result) {
    Counts counts = result.counts().get(TrainingProgram.REGISTER);
    Check.close("the number of shots", (double) counts.shots(), CircuitCase.SHOTS, 0);
    if (setting.engine() == EngineName.REFERENCE || setting.qubits() > COMPARED_QUBITS) {
      return;
    }
    double[] row = CircuitCase.whole(setting).row();
    Counts other =
        program(setting, EngineName.REFERENCE)
            .run(CircuitCase.shots(row, 1))
            .counts()
            .get(TrainingProgram.REGISTER);
    for (int bit = 0; bit < setting.qubits(); bit++) {
      double expected = SampleTask.share(other, bit);
      double pooled = (SampleTask.share(counts, bit) + expected) / 2;
      double deviation = Math.sqrt(2 * pooled * (1 - pooled) / CircuitCase.SHOTS);
      Check.close(
          "the share of 1 in bit " + bit,
          SampleTask.share(counts, bit),
          expected,
          DEVIATIONS * deviation + 1e-9);
    }
  }
}

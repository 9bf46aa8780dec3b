package io.qhyper.study;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.NoisyLoss;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.TrainingProgram.Liveness;
import io.qhyper.noise.NoiseSource;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.Noise;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.NoisyMean;
import io.qhyper.sim.Precision;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.sim.noise.NoiseModel;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Noise of a study.
 *
 * @param kind how {@code text} is to be read
 * @param text what the model at scale 1 was made from
 * @param scale its factor, at least 0
 */
record NoiseAtScale(NoiseSource.Kind kind, String text, double scale) {
  private static final long MOST_SAMPLES = 1 << 20;

  private NoiseModel model() {
    try {
      return NoiseSource.of(kind, text).model().scaled(scale);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // texts are at hand
    }
  }

  /** The whole ansatz, since noise acts on dead gates, too. */
  TrainingProgram program(Ansatz ansatz) {
    return TrainingProgram.whole(
        ansatz, model().isIncoherent() ? Liveness.AS_WITHOUT_NOISE : Liveness.ANY);
  }

  /** How a program is simulated with it. */
  SimulationOptions simulation() {
    return scale == 0
        ? SimulationOptions.DEFAULT
        : SimulationOptions.DEFAULT.withNoise(new Noise(model(), NoiseMethod.AUTO));
  }

  /** E(θ) under it, averaged to a standard error. */
  LossEstimate loss(Cell cell, Workbench bench, double[] theta, double precision) {
    if (scale == 0) {
      return LossEstimate.exact(bench.exact(cell).value(theta));
    }
    TrainingProgram program = program(bench.ansatz(cell));
    SimulatedProgram simulated = SimulatedProgram.parse(program.text(), simulation());
    NoisyMean mean =
        new NoisyLoss(program, simulated, bench.losses(cell.problem()))
            .mean(
                theta,
                new Precision(precision, MOST_SAMPLES),
                StreamKey.of(cell.seed(), Purpose.EVALUATION),
                1);
    return new LossEstimate(mean.mean(), mean.standardError(), 0);
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.compile.GateFolding;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.Evaluation;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.noise.NoiseSource;
import io.qhyper.report.ExtrapolationReport;
import io.qhyper.shots.Counts;
import io.qhyper.sim.Noise;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Extrapolated losses against the density matrices of the same folded circuits. */
class ZeroNoiseRunTest {
  private static final int QUBITS = 4;
  private static final int SHOTS = 100_000;

  private final Random random = new Random(8);

  /** Ones of a string: low near 0000, where small angles leave the circuit. */
  private final double[] losses =
      IntStream.range(0, 1 << QUBITS).mapToDouble(i -> Integer.bitCount(i) / 4.0).toArray();

  private final TrainingProgram program = TrainingProgram.of(new Brickwork(QUBITS, 6));
  private final double[] row =
      program.row(random.doubles(program.parameterCount(), 0, 0.1).toArray());

  private static SimulationOptions noise(String model, NoiseMethod method) throws IOException {
    return SimulationOptions.DEFAULT.withNoise(new Noise(NoiseSource.named(model).model(), method));
  }

  private double exact(double scale, SimulationOptions options) {
    double[] probabilities =
        SimulatedProgram.of(GateFolding.fold(program.circuit(), scale).circuit(), options)
            .exact(TrainingProgram.REGISTER)
            .probabilities(row);
    return IntStream.range(0, losses.length).mapToDouble(i -> losses[i] * probabilities[i]).sum();
  }

  private Evaluation score(Counts counts) {
    double[] values =
        IntStream.range(0, counts.distinct())
            .mapToDouble(entry -> losses[(int) counts.bits(entry).index()])
            .toArray();
    return new Evaluation(LossEstimate.of(counts, values), List.of(), 0, 0, Optional.empty());
  }

  @Test
  void extrapolatedLossIsNearerToTheLossWithoutNoise() throws IOException {
    String model = "depolarizing:p1=0,p2=0.02";
    ZneOptions options = new ZneOptions();
    new CommandLine(options)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs("--zne", "1,2,3", "--zne-fit", "richardson,linear,exponential");
    ZeroNoiseRun run = ZeroNoiseRun.of(options, new CompiledRow(program.circuit(), row), SHOTS, 12);
    ExtrapolationReport report;
    try (LocalBackend backend =
        new LocalBackend(2, noise(model, NoiseMethod.FRAMES), UnaryOperator.identity())) {
      report = run.measured(new BackendJobs(backend, StopSignal.NEVER), this::score).report();
    }

    double ideal = exact(1, SimulationOptions.DEFAULT);
    SimulationOptions density = noise(model, NoiseMethod.DENSITY);
    for (ExtrapolationReport.Scale scale : report.scales()) {
      assertThat(scale.loss())
          .as("scale %s", scale.scale())
          .isCloseTo(exact(scale.scale(), density), within(4 * scale.standardError()));
    }
    ExtrapolationReport.Scale unmitigated = report.scales().get(0);
    double off = Math.abs(unmitigated.loss() - ideal);
    assertThat(off).isGreaterThan(8 * unmitigated.standardError());
    assertThat(report.fits()).hasSize(3);
    for (ExtrapolationReport.Fit fit : report.fits()) {
      assertThat(Math.abs(fit.loss() - ideal))
          .as("%s: %s instead of %s, unmitigated %s", fit, fit.loss(), ideal, unmitigated)
          .isLessThan(off - 2 * fit.standardError());
    }
    ExtrapolationReport.Fit richardson = report.fits().get(0);
    assertThat(richardson.loss()).isCloseTo(ideal, within(4 * richardson.standardError()));
  }

  @Test
  void foldingChangesNothingWithoutNoise() {
    for (double scale : new double[] {1, 1.5, 3, 7}) {
      assertThat(exact(scale, SimulationOptions.DEFAULT))
          .isCloseTo(exact(1, SimulationOptions.DEFAULT), within(1e-12));
    }
  }
}

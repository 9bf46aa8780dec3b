package io.qhyper.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.AnsatzFamily;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.noise.NoiseSource;
import io.qhyper.shots.BitString;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.study.Trainer.Estimator;
import io.qhyper.study.Trainer.Optimizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cells measure, against slow ways to the same numbers. */
class TaskTest {
  private static final String PROBLEM = "gaussians-1";

  private final Workbench bench = new Workbench(StopSignal.NEVER, Clock.systemUTC(), 2);

  private static Cell cell(int layers, Task task, long seed) {
    return new Cell(StudyKind.SHOTS, PROBLEM, layers, AnsatzFamily.BRICKWORK, task, seed);
  }

  private double value(Cell cell, String quantity) {
    return cell.task().measure(cell, bench).stream()
        .filter(measured -> measured.quantity().equals(quantity))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private double[] plainLosses() {
    Problem problem = bench.problem(PROBLEM);
    return IntStream.range(0, 1 << problem.bits())
        .mapToDouble(i -> problem.plainLoss(BitString.of(problem.bits(), i)))
        .toArray();
  }

  @Test
  void gradientsAreComparedWithFiniteDifferences() {
    Cell cell = cell(2, new GradientError(shift(16), 1), 5);
    ExactLoss slow =
        new ExactLoss(
            TrainingProgram.of(bench.ansatz(cell)),
            plainLosses(),
            SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE));
    double[] theta = bench.uniformStart(cell);
    double squares = 0;
    for (int i = 0; i < theta.length; i++) {
      double step = 1e-5;
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += step;
      down[i] -= step;
      squares += Math.pow((slow.value(up) - slow.value(down)) / (2 * step), 2);
    }

    assertThat(value(cell, "exact_gradient_norm")).isCloseTo(Math.sqrt(squares), within(1e-7));
  }

  @Test
  void errorsOfGradientsAreThoseThatShotsExplain() {
    int seeds = 40;
    double ratio = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      List<Measured> all =
          cell(1, new GradientError(shift(256), 1), seed)
              .task()
              .measure(cell(1, new GradientError(shift(256), 1), seed), bench);
      double error = find(all, "gradient_error");
      double expected = find(all, "expected_gradient_error");
      ratio += Math.pow(error / expected, 2) / seeds;
      assertThat(find(all, "shots_for_signal_to_noise"))
          .isCloseTo(256 * Math.pow(expected / find(all, "exact_gradient_norm"), 2), within(1e-6));
    }

    // The squared error is a sum over live parameters: at least one term that counts, in each seed.
    assertThat(ratio).isCloseTo(1, within(5 * Math.sqrt(2.0 / seeds)));
  }

  private static double find(List<Measured> all, String quantity) {
    return all.stream()
        .filter(m -> m.quantity().equals(quantity))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void successIsAtTheEnumeratedMinimum() {
    double minimum = Arrays.stream(plainLosses()).min().orElseThrow();
    for (int seed = 1; seed <= 6; seed++) {
      Cell cell = cell(0, new ExactSuccess(1e-3), seed);
      double loss = value(cell, "final_loss");

      assertThat(value(cell, "success")).isEqualTo(loss - minimum <= 1e-3 ? 1 : 0);
      assertThat(value(cell, "distance_to_minimum")).isCloseTo(loss - minimum, within(1e-9));
    }
  }

  @Test
  void noiseOnAProductStateShrinksEveryQubit() {
    double p = 0.03;
    String model = "depolarizing:p1=0.03,p2=0.05";
    NoiseAtScale noise = new NoiseAtScale(NoiseSource.Kind.BUILT_IN, model, 1);
    Cell cell = cell(0, new LossUnderNoise(noise, 1, 1e-3), 3);
    double[] theta = bench.optimum(cell, 1).angles().best();
    double[] losses = plainLosses();
    int bits = theta.length;
    double expected = 0;
    for (int index = 0; index < losses.length; index++) {
      double probability = 1;
      for (int qubit = 0; qubit < bits; qubit++) { // qubit 0 is the last printed bit
        double z = (1 - 4 * p / 3) * Math.cos(theta[qubit]);
        probability *= (index >> qubit & 1) == 1 ? (1 - z) / 2 : (1 + z) / 2;
      }
      expected += probability * losses[index];
    }

    Measured measured = cell.task().measure(cell, bench).get(0);
    double error = measured.standardError() == null ? 0 : measured.standardError();
    assertThat(measured.value()).isCloseTo(expected, within(5 * error + 1e-9));
    assertThat(measured.value()).isGreaterThan(bench.optimum(cell, 1).expectedLoss().mean());
  }

  private static Trainer shift(int shots) {
    return new Trainer(Estimator.SHIFT, Optimizer.ADAM, shots, 1);
  }
}

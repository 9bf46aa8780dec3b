package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.sim.RegisterDistribution;
import io.qhyper.sim.SimulatedProgram;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of a few drawn parameters against the exact gradient of all. */
class CoordinateGradientTest {
  /** A false alarm once in ten thousand for one number, if the seeds were not fixed. */
  private static final double SIGMAS = 3.9;

  static Stream<Ansatz> ansaetze() {
    return Examples.ansaetze().stream();
  }

  private static List<LossEstimate> exactLosses(
      TrainingProgram program, JobRequest request, double[] losses) {
    RegisterDistribution distribution =
        SimulatedProgram.parse(program.text()).exact(TrainingProgram.REGISTER);
    return request.rows().stream()
        .map(row -> LossEstimate.exact(distribution.expectation(row, losses)))
        .toList();
  }

  private static double[] exactGradient(TrainingProgram program, double[] losses, double[] theta) {
    double[] exact = new double[theta.length];
    new ExactLoss(program, losses).evaluate(theta, exact);
    return exact;
  }

  @ParameterizedTest
  @MethodSource("ansaetze")
  void drawnDerivativesAreScaledAndTheOthersCostNothing(Ansatz ansatz) {
    TrainingProgram program = TrainingProgram.of(ansatz);
    int live = program.liveParameters();
    double[] losses = Examples.uniform(Examples.random(31), 1 << ansatz.qubits(), 0, 1);
    double[] theta = Examples.uniform(Examples.random(32), ansatz.parameterCount(), -3, 3);
    double[] exact = exactGradient(program, losses, theta);
    for (int coordinates : new int[] {1, 2, live}) {
      CoordinateGradient source = new CoordinateGradient(program, coordinates, 10);

      JobRequest request = source.request(4, coordinates, theta);
      List<Integer> drawn = source.drawn(4, coordinates);
      double[] values =
          source.gradient(4, coordinates, exactLosses(program, request, losses)).values();

      assertThat(drawn).hasSize(coordinates).doesNotHaveDuplicates();
      assertThat(program.live()).containsAll(drawn);
      assertThat(request.rows()).hasSize(2 * coordinates).hasSize(source.rowsPerGradient());
      for (int i = 0; i < theta.length; i++) {
        double expected = drawn.contains(i) ? exact[i] * live / coordinates : 0;
        assertThat(values[i]).as("parameter %d", i).isCloseTo(expected, within(1e-11));
      }
    }
  }

  @Test
  void allParametersAndAllPairsAreDrawnAsOften() {
    TrainingProgram program = TrainingProgram.of(new Brickwork(4, 2));
    int live = program.liveParameters();
    int coordinates = 3;
    int steps = 20_000;
    CoordinateGradient source = new CoordinateGradient(program, coordinates, 10);
    int[][] together = new int[live][live];
    for (int step = 0; step < steps; step++) {
      List<Integer> drawn =
          source.drawn(9, step).stream().map(i -> program.live().indexOf(i)).toList();
      drawn.forEach(i -> drawn.forEach(j -> together[i][j]++));
    }

    double single = (double) coordinates / live;
    double pair = single * (coordinates - 1) / (live - 1);
    for (int i = 0; i < live; i++) {
      for (int j = 0; j < live; j++) {
        double p = i == j ? single : pair;
        assertThat(together[i][j])
            .as("%d and %d", i, j)
            .isCloseTo(
                (int) Math.round(p * steps),
                within((int) Math.ceil((SIGMAS + 0.7) * Math.sqrt(steps * p * (1 - p)))));
      }
    }
  }

  @Test
  void meanOverTheDrawsIsTheGradient() {
    Ansatz ansatz = new Brickwork(3, 2);
    TrainingProgram program = TrainingProgram.of(ansatz);
    double[] losses = Examples.uniform(Examples.random(33), 8, 0, 1);
    double[] theta = Examples.uniform(Examples.random(34), ansatz.parameterCount(), 0, 6);
    double[] exact = exactGradient(program, losses, theta);
    CoordinateGradient source = new CoordinateGradient(program, 2, 20);
    int steps = 3000;
    double[] sums = new double[theta.length];
    double[] squares = new double[theta.length];
    Residuals residuals = new Residuals();
    try (LocalBackend backend = new LocalBackend(2)) {
      Jobs jobs = new BackendJobs(backend, StopSignal.NEVER);
      List<Long> iterations = IntStream.range(0, steps).mapToObj(Long::valueOf).toList();
      List<JobRequest> requests =
          iterations.stream().map(i -> source.request(2, i, theta)).toList();
      for (long step : iterations) {
        List<LossEstimate> estimates =
            jobs.run(List.of(requests.get((int) step))).get(0).register("c").stream()
                .map(counts -> Examples.estimate(counts, losses))
                .toList();
        GradientEstimate estimate = source.gradient(2, step, estimates);
        double scale = program.liveParameters() / 2.0;
        for (int i : source.drawn(2, step)) {
          if (estimate.standardErrors()[i] > 0) {
            residuals.add(estimate.values()[i], estimate.standardErrors()[i], scale * exact[i]);
          }
        }
        for (int i = 0; i < sums.length; i++) {
          sums[i] += estimate.values()[i];
          squares[i] += estimate.values()[i] * estimate.values()[i];
        }
      }
    }
    residuals.check(20);
    for (int i : program.live()) {
      double mean = sums[i] / steps;
      double error = Math.sqrt((squares[i] / steps - mean * mean) / steps);
      assertThat(mean).as("parameter %d", i).isCloseTo(exact[i], within(SIGMAS * error));
    }
  }

  @Test
  void drawsDependOnSeedAndStepAlone() {
    TrainingProgram program = TrainingProgram.of(new Brickwork(5, 4));
    CoordinateGradient source = new CoordinateGradient(program, 4, 10);

    assertThat(source.drawn(1, 7)).isEqualTo(source.drawn(1, 7));
    assertThat(IntStream.range(0, 20).mapToObj(step -> source.drawn(1, step)).distinct())
        .hasSizeGreaterThan(15);
    assertThat(source.drawn(2, 7)).isNotEqualTo(source.drawn(1, 7));
  }

  @Test
  void refusesMoreThanThereAre() {
    TrainingProgram program = TrainingProgram.of(new Brickwork(3, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CoordinateGradient(program, 4, 10))
        .withMessageContaining("1 to 3")
        .withMessageContaining("got 4");
    assertThatIllegalArgumentException().isThrownBy(() -> new CoordinateGradient(program, 0, 10));
  }
}

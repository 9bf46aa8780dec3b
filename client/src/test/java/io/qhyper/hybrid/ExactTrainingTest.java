package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.Sgd;
import io.qhyper.sim.SimulationOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs with exact gradients. */
class ExactTrainingTest {
  private static final Problem PROBLEM = Examples.gaussians();
  private static final LossTable LOSSES = LossTable.enumerate(PROBLEM, 2);
  private static final Method LBFGS = new Method.ExactLbfgs(new Lbfgs(10, 1e-6, 200));

  private final LocalBackend backend = new LocalBackend(2);
  private final RecordingJobs jobs = new RecordingJobs(new BackendJobs(backend, StopSignal.NEVER));
  private final List<Measurement> curve = new ArrayList<>();
  private final StepClock clock = new StepClock();

  static List<Method> firstOrder() {
    return List.of(
        new Method.ExactFirstOrder(Adam.withRate(0.3)),
        new Method.ExactFirstOrder(new Sgd(0.5, 0.9)));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private static TrainingPlan plan(Method method, StopRules rules, int restarts) {
    return new TrainingPlan(
        PROBLEM,
        new Brickwork(10, 2),
        method,
        new Start.Uniform(),
        rules,
        1,
        restarts,
        200,
        SimulationOptions.DEFAULT);
  }

  private TrainingResult run(TrainingPlan plan, StopSignal stop, int threads) {
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    return new Training(plan, program, jobs, clock, stop, curve::add, threads).run();
  }

  @Test
  void lbfgsReachesTheEnumeratedMinimum() {
    TrainingResult result = run(plan(LBFGS, StopRules.after(200), 4), StopSignal.NEVER, 2);

    double minimum = LOSSES.summary().minimum();
    assertThat(result.bestRestart().expectedLoss().mean())
        .isBetween(minimum - 1e-12, minimum + 1e-3);
    assertThat(result.bestRestart().expectedLoss().standardError()).isZero();
    assertThat(result.network().orElseThrow().loss()).isCloseTo(minimum, within(1e-12));
    assertThat(result.circuits()).isEqualTo(1).isEqualTo(jobs.circuits());
    assertThat(result.shots()).isEqualTo(200).isEqualTo(jobs.shots());
  }

  @Test
  void resultsDoNotDependOnThreads() {
    TrainingPlan plan = plan(LBFGS, StopRules.after(200), 3);
    TrainingResult first = run(plan, StopSignal.NEVER, 1);
    List<Measurement> firstCurve = sortedCurve();
    for (int threads : new int[] {2, 5}) {
      curve.clear();

      TrainingResult result = run(plan, StopSignal.NEVER, threads);

      assertThat(sortedCurve()).as("%d threads", threads).isEqualTo(firstCurve);
      assertThat(result.bestRestart().angles().best())
          .isEqualTo(first.bestRestart().angles().best());
      assertThat(result.sample()).isEqualTo(first.sample());
    }
  }

  /** Restarts run side by side; the lines of each come in order. */
  private List<Measurement> sortedCurve() {
    return curve.stream().sorted(Comparator.comparing(Measurement::restart)).toList();
  }

  @ParameterizedTest
  @MethodSource("firstOrder")
  void firstOrderRulesDescendAndRecommendTheLowestPoint(Method method) {
    TrainingResult result = run(plan(method, StopRules.after(30), 1), StopSignal.NEVER, 1);
    RestartResult restart = result.bestRestart();
    ExactLoss exact = new ExactLoss(TrainingProgram.of(new Brickwork(10, 2)), LOSSES.toArray());

    double lowest = curve.stream().mapToDouble(m -> m.loss().mean()).min().orElseThrow();
    assertThat(curve).hasSize(31);
    assertThat(lowest).isLessThan(curve.get(0).loss().mean() - 0.1);
    assertThat(restart.expectedLoss().mean()).isEqualTo(lowest);
    assertThat(exact.value(restart.angles().best())).isCloseTo(lowest, within(1e-12));
    assertThat(exact.value(restart.angles().last()))
        .isCloseTo(curve.get(30).loss().mean(), within(1e-12));
    assertThat(exact.value(restart.angles().start()))
        .isCloseTo(curve.get(0).loss().mean(), within(1e-12));
    assertThat(restart.ending()).isEqualTo(Ending.ITERATIONS);
    assertThat(restart.iterations()).isEqualTo(30);
  }

  @Test
  void curveTellsTheLengthOfTheGradientForAllMethods() {
    Method fewSteps = new Method.ExactLbfgs(new Lbfgs(10, 1e-6, 3));
    for (Method method : List.of(fewSteps, firstOrder().get(0))) {
      TrainingResult result = run(plan(method, StopRules.after(3), 1), StopSignal.NEVER, 1);
      double[] gradient = new double[40];
      new ExactLoss(TrainingProgram.of(new Brickwork(10, 2)), LOSSES.toArray())
          .evaluate(result.bestRestart().angles().last(), gradient);

      double squares = 0;
      for (double component : gradient) {
        squares += component * component;
      }
      assertThat(curve.get(curve.size() - 1).gradientNorm())
          .isCloseTo(Math.sqrt(squares), within(1e-12));
    }
  }

  @Test
  void toleranceAndPatienceEndFirstOrderRuns() {
    Method adam = firstOrder().get(0);
    TrainingResult tolerant =
        run(plan(adam, new StopRules(5, 1e9, 0, Optional.empty()), 1), StopSignal.NEVER, 1);
    // A huge rate jumps about and finds nothing lower for long.
    Method wild = new Method.ExactFirstOrder(new Sgd(1e3, 0));
    TrainingResult patient =
        run(plan(wild, new StopRules(500, 0, 3, Optional.empty()), 1), StopSignal.NEVER, 1);

    assertThat(tolerant.bestRestart().ending()).isEqualTo(Ending.TOLERANCE);
    assertThat(tolerant.bestRestart().iterations()).isZero();
    assertThat(patient.bestRestart().ending()).isEqualTo(Ending.PATIENCE);
  }

  @ParameterizedTest
  @MethodSource("allMethods")
  void wallClockEndsExactRuns(Method method) {
    StopRules rules = new StopRules(100, 0, 0, Optional.of(Duration.ofSeconds(3)));
    TrainingPlan plan = plan(method, rules, 3);
    TrainingListener slow =
        measurement -> {
          curve.add(measurement);
          clock.pass(Duration.ofSeconds(1));
        };

    TrainingResult result =
        new Training(
                plan, TrainingProgram.of(plan.ansatz()), jobs, clock, StopSignal.NEVER, slow, 1)
            .run();

    assertThat(result.restarts()).hasSize(1);
    assertThat(result.bestRestart().ending()).isEqualTo(Ending.WALL_CLOCK);
    assertThat(curve).hasSize(3);
    assertThat(result.stopped()).isFalse();
    assertThat(result.network()).isPresent();
  }

  static List<Method> allMethods() {
    List<Method> methods = new ArrayList<>(firstOrder());
    methods.add(LBFGS);
    return methods;
  }

  @ParameterizedTest
  @MethodSource("allMethods")
  void stopRequestKeepsTheLowestPoint(Method method) {
    TrainingResult result = run(plan(method, StopRules.after(100), 3), () -> curve.size() >= 4, 1);

    assertThat(result.stopped()).isTrue();
    assertThat(result.restarts()).hasSize(1);
    assertThat(result.bestRestart().ending()).isEqualTo(Ending.STOPPED);
    assertThat(result.bestRestart().expectedLoss().mean())
        .isEqualTo(curve.stream().mapToDouble(m -> m.loss().mean()).min().orElseThrow());
    assertThat(result.sample()).isEmpty();
    assertThat(jobs.calls()).isEmpty();
  }
}

package io.qhyper.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.ibm.BindMode;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.JobForecast;
import io.qhyper.backend.ibm.JobLimits;
import io.qhyper.backend.ibm.Limited;
import io.qhyper.backend.ibm.ProgramCompiler;
import io.qhyper.backend.ibm.QpuTime;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.Problem;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.Problems;
import io.qhyper.bnn.WidthChoice;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.LossMeasurement;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.Objective;
import io.qhyper.hybrid.Sentinel;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.StopRules;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.Training;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGains;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunForecastTest {
  private static final IbmOptions OPTIONS = IbmOptions.of("ibm_x");

  private static Method shift(int shots, Objective objective, int every) {
    return new Method.ShiftByShots(
        shots, objective, Adam.withRate(0.2), new LossMeasurement(16, every, 64));
  }

  private static Method coordinates(int coordinates, int every) {
    return new Method.CoordinatesByShots(
        coordinates,
        32,
        new Objective.Mean(),
        Adam.withRate(0.2),
        new LossMeasurement(16, every, 64));
  }

  private static Method spsa(int average, int every) {
    Spsa spsa = new Spsa(SpsaGains.forFirstChange(0.2, 1, 0.2, 5), average);
    return new Method.SpsaByShots(
        8, new Objective.Mean(), spsa, new LossMeasurement(16, every, 64));
  }

  private static TrainingPlan plan(Method method, int iterations, int restarts) throws IOException {
    ModelSpec model = new ModelSpec.HiddenLayer(2, ActivationChoice.SEARCH, WidthChoice.ALL, 0);
    Problem problem = Problems.create(new ProblemSpec.Gaussians(model, 1));
    return new TrainingPlan(
        problem,
        new Brickwork(problem.bits(), 2),
        method,
        new Start.NearSuperposition(0.1),
        StopRules.after(iterations),
        3,
        restarts,
        32,
        SimulationOptions.DEFAULT);
  }

  private static TrainingPlan watched(TrainingPlan plan, Sentinel sentinel) {
    return new TrainingPlan(
        plan.problem(),
        plan.ansatz(),
        plan.method(),
        plan.start(),
        plan.stopRules(),
        plan.seed(),
        plan.restarts(),
        plan.sampleShots(),
        plan.simulation(),
        sentinel);
  }

  static Stream<TrainingPlan> plans() throws IOException {
    return Stream.of(
        plan(shift(8, new Objective.Mean(), 1), 3, 2),
        plan(shift(4, new Objective.Mean(), 2), 3, 1),
        plan(shift(4, new Objective.Mean(), 0), 2, 2),
        plan(shift(4, new Objective.Gibbs(5), 0), 2, 1),
        plan(shift(4, new Objective.Mean(), 1), 0, 1),
        watched(plan(shift(4, new Objective.Mean(), 1), 4, 2), new Sentinel(3, 6)),
        watched(plan(spsa(1, 10), 5, 1), new Sentinel(1, 2)),
        plan(coordinates(3, 2), 4, 2),
        plan(spsa(1, 10), 12, 1),
        plan(spsa(3, 1), 4, 2),
        plan(new Method.ExactLbfgs(new Lbfgs(5, 0, 2)), 2, 2));
  }

  /** What a whole run really sends, on the simulator. */
  private static List<JobRequest> sent(TrainingPlan plan, TrainingProgram program) {
    List<JobRequest> requests = new ArrayList<>();
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    try (LocalBackend backend = new LocalBackend(2)) {
      BackendJobs jobs = new BackendJobs(backend, StopSignal.NEVER);
      new Training(
              plan,
              program,
              batch -> {
                requests.addAll(batch);
                List<JobResult> results = jobs.run(batch);
                return results;
              },
              clock,
              StopSignal.NEVER,
              measurement -> {},
              2)
          .run();
    }
    return requests;
  }

  private static JobForecast jobs(TrainingProgram program, IbmOptions options) {
    return new JobForecast(
        program.text(),
        options,
        circuit -> new ProgramCompiler.Compiled(circuit, OptionalDouble.empty()));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void forecastIsWhatTheRunSends(TrainingPlan plan) {
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    List<JobRequest> requests = sent(plan, program);
    // Rows of a job: 20 by executions, so that gradients are split.
    for (BindMode form : List.of(BindMode.TEXT, BindMode.ROWS)) {
      IbmOptions options = Limited.by(new JobLimits(160, 8 << 20, 100_000), OPTIONS.withBind(form));
      JobForecast jobs = jobs(program, options);

      Load total = RunForecast.of(plan, program, jobs).total();

      long rows = requests.stream().mapToLong(request -> request.rows().size()).sum();
      long executions = requests.stream().mapToLong(r -> (long) r.rows().size() * r.shots()).sum();
      long split = requests.stream().mapToLong(request -> jobs.jobs(request).size()).sum();
      assertThat(total.rows()).isEqualTo(rows);
      assertThat(total.executions()).isEqualTo(executions);
      assertThat(total.jobs()).isEqualTo(split);
      assertThat(total.circuits()).isEqualTo(form == BindMode.TEXT ? rows : split);
    }
  }

  @Test
  void gradientIsOneJobOfTwoRowsForEachLiveParameter() throws IOException {
    TrainingPlan plan = plan(shift(32, new Objective.Mean(), 1), 5, 1);
    TrainingProgram program = TrainingProgram.of(plan.ansatz());

    RunForecast.Request gradient =
        RunForecast.of(plan, program, jobs(program, OPTIONS)).requests().get(0);

    assertThat(gradient.each().jobs()).isEqualTo(1);
    assertThat(gradient.each().rows()).isEqualTo(2L * program.liveParameters());
    assertThat(gradient.times()).isEqualTo(5);
  }

  @Test
  void secondsFollowTheRuleOfTheService() throws IOException {
    TrainingPlan plan = plan(shift(32, new Objective.Mean(), 1), 5, 2);
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    RunForecast forecast = RunForecast.of(plan, program, jobs(program, OPTIONS));
    long rows = 2L * program.liveParameters();
    double step = 2 + 0.00035 * rows * 32 + 2 + 0.00035 * 16;
    double end = 2 + 0.00035 * 128 + 2 + 0.00035 * 64;

    assertThat(forecast.secondsPerStep(QpuTime.TYPICAL)).isCloseTo(step, within(1e-9));
    assertThat(forecast.seconds(QpuTime.TYPICAL)).isCloseTo(2 * (5 * step + end), within(1e-9));
    assertThat(forecast.mayEndEarly()).isFalse();
  }

  @Test
  void freeStepsAreAsManyAsFitWithTheirEnd() throws IOException {
    TrainingPlan plan = plan(shift(32, new Objective.Mean(), 3), 5, 1);
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    RunForecast forecast = RunForecast.of(plan, program, jobs(program, OPTIONS));

    long steps = forecast.stepsWithin(Duration.ofMinutes(10), QpuTime.TYPICAL);

    assertThat(secondsOf((int) steps)).isLessThanOrEqualTo(600);
    assertThat(secondsOf((int) steps + 1)).isGreaterThan(600);
    assertThat(forecast.stepsWithin(Duration.ofSeconds(5), QpuTime.TYPICAL)).isZero();
  }

  private static double secondsOf(int steps) throws IOException {
    TrainingPlan plan = plan(shift(32, new Objective.Mean(), 3), steps, 1);
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    return RunForecast.of(plan, program, jobs(program, OPTIONS)).seconds(QpuTime.TYPICAL);
  }

  @Test
  void otherWaysAreOthersThanTheOneAskedFor() throws IOException {
    assertThat(names(shift(32, new Objective.Mean(), 1), 30))
        .containsExactly(
            "8 coordinates", "spsa, average 1", "spsa, average 4", "8 shots", "loss every 10");
    assertThat(names(spsa(4, 10), 30))
        .containsExactly(
            "parameter shift", "8 coordinates", "spsa, average 1", "2 shots", "loss every 100");
    assertThat(names(coordinates(3, 10), 30))
        .containsExactly(
            "parameter shift", "spsa, average 1", "spsa, average 4", "8 shots", "loss every 100");
    // A Gibbs objective needs the loss in every step; 8 coordinates are all there are.
    assertThat(names(shift(2, new Objective.Gibbs(5), 1), 8))
        .containsExactly("spsa, average 1", "spsa, average 4");
  }

  private static List<String> names(Method method, int liveParameters) throws IOException {
    return Alternative.of(plan(method, 5, 1), liveParameters).stream()
        .map(Alternative::name)
        .toList();
  }

  @Test
  void stopRulesMakeItAnUpperBound() throws IOException {
    TrainingPlan fixed = plan(spsa(1, 1), 5, 1);
    StopRules patient = new StopRules(5, 0, 2, Optional.empty());
    TrainingPlan early =
        new TrainingPlan(
            fixed.problem(),
            fixed.ansatz(),
            fixed.method(),
            fixed.start(),
            patient,
            3,
            1,
            32,
            fixed.simulation());
    TrainingProgram program = TrainingProgram.of(fixed.ansatz());

    assertThat(RunForecast.of(early, program, jobs(program, OPTIONS)).mayEndEarly()).isTrue();
  }
}

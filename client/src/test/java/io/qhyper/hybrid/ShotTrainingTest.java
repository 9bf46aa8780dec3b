package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.EfficientSu2;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.bnn.LossTable;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGains;
import io.qhyper.random.Purpose;
import io.qhyper.sim.SimulationOptions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole runs by shots: the loop, its confirmation, and what it counts. */
class ShotTrainingTest extends ShotTrainingFixture {
  @Test
  void stepIsOneGradientJobAndOneLossJob() {
    TrainingPlan plan = Examples.byShots(StopRules.after(3), 1);
    TrainingProgram program = TrainingProgram.of(plan.ansatz());

    run(plan);

    for (List<JobRequest> step : jobs.calls().subList(0, 3)) {
      assertThat(step).hasSize(2);
      assertThat(step.get(0).rows()).hasSize(2 * program.liveParameters());
      assertThat(step.get(0).shots()).isEqualTo(8);
      assertThat(step.get(1).rows()).hasSize(1);
      assertThat(step.get(1).shots()).isEqualTo(16);
    }
  }

  @Test
  void noRandomStreamIsUsedTwice() {
    run(Examples.byShots(StopRules.after(4), 3));

    assertThat(jobs.streams()).doesNotHaveDuplicates();
    assertThat(jobs.requests().stream().map(request -> request.stream().seed()).distinct())
        .hasSize(3)
        .startsWith(3L);
  }

  @Test
  void totalsAreThoseOfTheJobs() {
    TrainingResult result = run(Examples.byShots(StopRules.after(3), 2));

    assertThat(result.shots()).isEqualTo(jobs.shots());
    assertThat(result.circuits()).isEqualTo(jobs.circuits());
    assertThat(result.iterations()).isEqualTo(6);
    Measurement last = curve.get(curve.size() - 1);
    assertThat(last.shots()).isEqualTo(result.shots());
    assertThat(last.circuits()).isEqualTo(result.circuits());
  }

  @Test
  void curveHasALinePerStepAndOneForTheConfirmation() {
    TrainingResult result = run(Examples.byShots(StopRules.after(3), 2));

    assertThat(curve.stream().map(Measurement::restart)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(curve.stream().map(Measurement::iteration))
        .containsExactly(0L, 1L, 2L, 3L, 0L, 1L, 2L, 3L);
    assertThat(curve.get(3).gradientNorm()).isNaN();
    assertThat(curve.get(3).loss()).isEqualTo(result.restarts().get(0).expectedLoss());
    assertThat(result.network().orElseThrow().loss()).isEqualTo(curve.get(7).bestLoss());
  }

  @Test
  void resultsDoNotDependOnThreads() {
    TrainingPlan plan = Examples.byShots(StopRules.after(5), 2);
    TrainingResult first = run(plan, jobs, StopSignal.NEVER, 1);
    List<Measurement> firstCurve = List.copyOf(curve);
    for (int threads : new int[] {1, 2, 5}) {
      curve.clear();
      try (LocalBackend other = new LocalBackend(threads)) {
        TrainingResult result =
            run(plan, new BackendJobs(other, StopSignal.NEVER), StopSignal.NEVER, threads);

        assertThat(curve).as("%d threads", threads).isEqualTo(firstCurve);
        assertThat(result.bestRestart().angles().best())
            .isEqualTo(first.bestRestart().angles().best());
        assertThat(result.sample()).isEqualTo(first.sample());
        assertThat(result.network()).isEqualTo(first.network());
      }
    }
  }

  @Test
  void restartsBeginElsewhereAndTheLowestIsChosen() {
    TrainingResult result = run(Examples.byShots(StopRules.after(2), 4));

    assertThat(result.restarts().stream().map(restart -> Arrays.toString(restart.angles().start())))
        .doesNotHaveDuplicates();
    assertThat(result.bestRestart().expectedLoss().mean())
        .isEqualTo(
            result.restarts().stream()
                .mapToDouble(restart -> restart.expectedLoss().mean())
                .min()
                .orElseThrow());
    assertThat(result.sample()).isEqualTo(result.bestRestart().sample());
  }

  @Test
  void bothCandidatesAreComparedByFreshShotsAndTheWinnerIsMeasuredAgain() {
    TrainingPlan plan = Examples.byShots(StopRules.after(6), 1);
    TrainingResult result = run(plan);
    RestartResult.Angles angles = result.bestRestart().angles();
    TrainingProgram program = TrainingProgram.of(plan.ansatz());

    List<JobRequest> confirmations =
        jobs.requests().stream()
            .filter(request -> request.stream().purpose() == Purpose.CONFIRMATION)
            .toList();

    assertThat(confirmations).hasSize(2).allMatch(request -> request.shots() == 64);
    assertThat(confirmations.get(0).rows()).hasSize(2);
    assertThat(confirmations.get(0).rows().get(1)).isEqualTo(program.row(angles.last()));
    assertThat(confirmations.get(0).rows())
        .anyMatch(row -> Arrays.equals(row, program.row(angles.best())));
    assertThat(confirmations.get(1).rows()).hasSize(1);
    assertThat(confirmations.get(1).rows().get(0)).isEqualTo(program.row(angles.best()));
    assertThat(result.bestRestart().expectedLoss().shots()).isEqualTo(64);
  }

  @Test
  void confirmedLossAgreesWithTheExactOne() {
    TrainingPlan plan = Examples.byShots(StopRules.after(5), 1);
    TrainingResult result = run(plan);
    LossEstimate claimed = result.bestRestart().expectedLoss();

    double exact =
        new ExactLoss(
                TrainingProgram.of(plan.ansatz()), LossTable.enumerate(plan.problem(), 1).toArray())
            .value(result.bestRestart().angles().best());

    assertThat(claimed.mean()).isCloseTo(exact, within(4 * claimed.standardError()));
  }

  @Test
  void trainingLowersTheExpectedLoss() {
    run(Examples.byShots(StopRules.after(25), 1));

    LossEstimate first = curve.get(0).loss();
    LossEstimate last = curve.get(curve.size() - 1).loss();
    assertThat(last.mean()).isLessThan(first.mean() - 4 * first.standardError());
  }

  @Test
  void deadParametersNeverMove() {
    EfficientSu2 ansatz = new EfficientSu2(10, 0, Entanglement.LINEAR);
    TrainingPlan plan = Examples.byShots(StopRules.after(3), 1);
    for (Method method :
        List.of(
            plan.method(),
            new Method.SpsaByShots(
                8,
                new Objective.Mean(),
                new Spsa(SpsaGains.of(0.1, 0.1, 1), 2),
                new LossMeasurement(8, 1, 8)))) {
      TrainingResult result =
          run(
              new TrainingPlan(
                  plan.problem(),
                  ansatz,
                  method,
                  plan.start(),
                  plan.stopRules(),
                  1,
                  1,
                  8,
                  SimulationOptions.DEFAULT));

      RestartResult.Angles angles = result.bestRestart().angles();
      for (int i = 0; i < 20; i++) {
        // RY of each qubit, then RZ of each, which the measurement does not see.
        assertThat(angles.last()[i] == angles.start()[i]).as("angle %d", i).isEqualTo(i >= 10);
      }
    }
  }

  @Test
  void perturbationTakesTwoRowsForEachDirection() {
    TrainingPlan plan = Examples.byShots(StopRules.after(3), 1);
    Spsa spsa = new Spsa(SpsaGains.of(0.1, 0.1, 1), 3);

    run(
        new TrainingPlan(
            plan.problem(),
            plan.ansatz(),
            new Method.SpsaByShots(8, new Objective.Mean(), spsa, new LossMeasurement(8, 2, 8)),
            plan.start(),
            plan.stopRules(),
            1,
            1,
            8,
            SimulationOptions.DEFAULT));

    assertThat(jobs.calls().subList(0, 3).stream().map(step -> step.get(0).rows().size()))
        .containsOnly(6);
    assertThat(jobs.calls().subList(0, 3).stream().map(List::size)).containsExactly(2, 1, 2);
    assertThat(curve.get(1).loss().mean()).isNaN();
  }

  @Test
  void fewerShotsThanAnErrorNeedsAreRefused() {
    assertThatThrownBy(
            () ->
                new Method.ShiftByShots(
                    1, new Objective.Mean(), Adam.withRate(1), new LossMeasurement(2, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 1");
    assertThatThrownBy(() -> new LossMeasurement(1, 1, 2)).hasMessageContaining("got 1");
    assertThatThrownBy(() -> new LossMeasurement(2, -1, 2)).hasMessageContaining("got -1");
    assertThatThrownBy(() -> new LossMeasurement(2, 1, 1)).hasMessageContaining("got 1");
  }
}

package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobResult;
import io.qhyper.bnn.LossTable;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How runs by shots end: by their rules, by the user, or by a failure. */
class ShotTrainingEndTest extends ShotTrainingFixture {
  @Test
  void noIterationsOnlyMeasureTheStart() {
    TrainingResult result = run(Examples.byShots(StopRules.after(0), 1));

    assertThat(result.bestRestart().ending()).isEqualTo(Ending.ITERATIONS);
    assertThat(result.circuits()).isEqualTo(1);
    assertThat(result.shots()).isEqualTo(64);
    assertThat(result.bestRestart().angles().best())
        .isEqualTo(result.bestRestart().angles().start());
  }

  @Test
  void shortGradientEndsARestart() {
    TrainingResult result = run(Examples.byShots(new StopRules(9, 1e9, 0, Optional.empty()), 1));

    assertThat(result.bestRestart().ending()).isEqualTo(Ending.TOLERANCE);
    assertThat(result.bestRestart().iterations()).isZero();
  }

  @Test
  void noToleranceMeansNeverHoweverShortTheGradient() {
    TrainingResult result =
        run(Examples.byShots(StopRules.after(4), 1), always(0), StopSignal.NEVER, 1);

    assertThat(curve.get(0).gradientNorm()).isZero();
    assertThat(result.bestRestart().ending()).isEqualTo(Ending.ITERATIONS);
    assertThat(result.bestRestart().iterations()).isEqualTo(4);
  }

  @Test
  void patienceCountsMeasurementsWithoutANewLowestOne() {
    TrainingResult result =
        run(
            Examples.byShots(new StopRules(50, 0, 3, Optional.empty()), 1),
            always(0),
            StopSignal.NEVER,
            1);

    assertThat(result.bestRestart().ending()).isEqualTo(Ending.PATIENCE);
    assertThat(result.bestRestart().iterations()).isEqualTo(4);
  }

  @Test
  void wallClockEndsTheWholeRun() {
    Jobs slow =
        requests -> {
          clock.pass(Duration.ofSeconds(1));
          return jobs.run(requests);
        };
    StopRules rules = new StopRules(50, 0, 0, Optional.of(Duration.ofMillis(2500)));

    TrainingResult result = run(Examples.byShots(rules, 5), slow, StopSignal.NEVER, 1);

    assertThat(result.restarts()).hasSize(1);
    assertThat(result.bestRestart().ending()).isEqualTo(Ending.WALL_CLOCK);
    assertThat(result.bestRestart().iterations()).isEqualTo(3);
    assertThat(result.sample()).isPresent();
    assertThat(result.stopped()).isFalse();
  }

  @Test
  void stopRequestKeepsTheLastState() {
    StopSignal afterThreeSteps = () -> curve.size() >= 3;

    TrainingResult result = run(Examples.byShots(StopRules.after(50), 4), jobs, afterThreeSteps, 1);

    RestartResult restart = result.bestRestart();
    assertThat(result.stopped()).isTrue();
    assertThat(result.restarts()).hasSize(1);
    assertThat(restart.ending()).isEqualTo(Ending.STOPPED);
    assertThat(restart.iterations()).isEqualTo(3);
    assertThat(restart.sample()).isEmpty();
    assertThat(result.network()).isPresent();
    assertThat(jobs.calls()).hasSize(3);
    assertThat(restart.expectedLoss().mean())
        .isEqualTo(curve.stream().mapToDouble(m -> m.loss().mean()).min().orElseThrow());
  }

  @Test
  void stopWhileWaitingKeepsWhatWasThereBefore() {
    Jobs stopping =
        requests -> {
          if (curve.size() == 2) {
            throw new StoppedException();
          }
          return jobs.run(requests);
        };

    TrainingResult result =
        run(Examples.byShots(StopRules.after(50), 1), stopping, StopSignal.NEVER, 1);

    assertThat(result.stopped()).isTrue();
    assertThat(result.bestRestart().ending()).isEqualTo(Ending.STOPPED);
    assertThat(result.bestRestart().iterations()).isEqualTo(2);
    assertThat(result.shots()).isEqualTo(jobs.shots());
  }

  @Test
  void stopBeforeTheFirstStepHasNothingButTheStart() {
    TrainingResult result = run(Examples.byShots(StopRules.after(5), 3), jobs, () -> true, 1);

    assertThat(result.restarts()).hasSize(1);
    assertThat(result.stopped()).isTrue();
    assertThat(result.bestRestart().expectedLoss().mean()).isNaN();
    assertThat(result.network()).isEmpty();
    assertThat(jobs.calls()).isEmpty();
  }

  @Test
  void stopBetweenRestartsOrDuringConfirmationIsTold() {
    StopSignal duringConfirmation = () -> curve.size() >= 2;

    TrainingResult result =
        run(Examples.byShots(StopRules.after(2), 1), jobs, duringConfirmation, 1);

    assertThat(result.stopped()).isTrue();
    assertThat(result.sample()).isEmpty();
  }

  @Test
  void confirmedRestartIsPreferredToOneThatWasStopped() {
    TrainingPlan plan = Examples.byShots(StopRules.after(3), 3);
    int minimum = LossTable.enumerate(plan.problem(), 1).minimumIndices()[0];
    Jobs luckyLater =
        requests ->
            (requests.get(0).stream().seed() == plan.seed() ? jobs : always(minimum)).run(requests);
    StopSignal inTheSecond = () -> curve.size() >= 3 + 1 + 2;

    TrainingResult result = run(plan, luckyLater, inTheSecond, 1);

    assertThat(result.restarts()).hasSize(2);
    assertThat(result.restarts().get(1).expectedLoss().mean())
        .isLessThan(result.restarts().get(0).expectedLoss().mean());
    assertThat(result.best()).isZero();
    assertThat(result.sample()).isPresent();
    assertThat(result.stopped()).isTrue();
  }

  @Test
  void failedJobSurfacesWithItsMessage() {
    Jobs failing =
        requests -> {
          throw new BackendException(BackendException.Kind.JOB_FAILED, "job 7 failed: no quota");
        };

    assertThatThrownBy(
            () -> run(Examples.byShots(StopRules.after(5), 1), failing, StopSignal.NEVER, 1))
        .isInstanceOf(BackendException.class)
        .hasMessage("job 7 failed: no quota");
  }

  /** Every shot of every circuit gives the same network. */
  private static Jobs always(int index) {
    return requests ->
        requests.stream()
            .map(
                request -> {
                  Counts equal =
                      Counts.of(10, Map.of(BitString.of(10, index), (long) request.shots()));
                  return new JobResult(
                      request.rows().stream()
                          .map(row -> Map.of(TrainingProgram.REGISTER, equal))
                          .toList());
                })
            .toList();
  }
}

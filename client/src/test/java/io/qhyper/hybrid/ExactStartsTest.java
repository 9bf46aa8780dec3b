package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.LbfgsEnding;
import io.qhyper.sim.SimulationOptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many starts without a run folder. */
class ExactStartsTest {
  private static final Problem PROBLEM = Examples.gaussians();
  private static final Brickwork ANSATZ = new Brickwork(10, 2);
  private static final TrainingProgram PROGRAM = TrainingProgram.of(ANSATZ);
  private static final Lbfgs OPTIMIZER = new Lbfgs(10, 1e-6, 60);
  private static final ExactStarts STARTS =
      new ExactStarts(
          new ExactLoss(PROGRAM, LossTable.enumerate(PROBLEM, 2).toArray()),
          ANSATZ,
          new Start.Uniform(),
          OPTIMIZER);

  @Test
  void endWhereTheRestartsOfATrainingRunDo() {
    TrainingPlan plan =
        new TrainingPlan(
            PROBLEM,
            ANSATZ,
            new Method.ExactLbfgs(OPTIMIZER),
            new Start.Uniform(),
            StopRules.after(60),
            5,
            3,
            20,
            SimulationOptions.DEFAULT);
    try (LocalBackend backend = new LocalBackend(1)) {
      List<RestartResult> restarts =
          new Training(
                  plan,
                  PROGRAM,
                  new BackendJobs(backend, StopSignal.NEVER),
                  Clock.systemUTC(),
                  StopSignal.NEVER,
                  measurement -> {},
                  1)
              .run()
              .restarts();

      List<ExactStarts.Outcome> outcomes = STARTS.run(5, 3, 2, StopSignal.NEVER);

      assertThat(outcomes).extracting(ExactStarts.Outcome::number).containsExactly(0, 1, 2);
      for (int i = 0; i < 3; i++) {
        assertThat(outcomes.get(i).seed()).isEqualTo(restarts.get(i).seed());
        assertThat(outcomes.get(i).loss()).isEqualTo(restarts.get(i).expectedLoss().mean());
        assertThat(outcomes.get(i).result().point())
            .containsExactly(restarts.get(i).angles().best());
      }
    }
  }

  @Test
  void aStopEndsTheRunningStartAndLeavesOutTheRest() {
    AtomicInteger asked = new AtomicInteger();
    List<ExactStarts.Outcome> outcomes = STARTS.run(5, 4, 1, () -> asked.incrementAndGet() > 3);

    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.get(0).result().ending()).isEqualTo(LbfgsEnding.STOPPED);
    assertThat(outcomes.get(0).result().iterations()).isEqualTo(3);
  }
}

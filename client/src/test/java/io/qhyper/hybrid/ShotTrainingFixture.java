package io.qhyper.hybrid;

import io.qhyper.backend.local.LocalBackend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Whole runs by shots on the simulator, and what was recorded of them. */
abstract class ShotTrainingFixture {
  final LocalBackend backend = new LocalBackend(2);
  final RecordingJobs jobs = new RecordingJobs(new BackendJobs(backend, StopSignal.NEVER));
  final List<Measurement> curve = new ArrayList<>();
  final StepClock clock = new StepClock();

  @AfterEach
  void close() {
    backend.close();
  }

  TrainingResult run(TrainingPlan plan) {
    return run(plan, jobs, StopSignal.NEVER, 2);
  }

  TrainingResult run(TrainingPlan plan, Jobs where, StopSignal stop, int threads) {
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    return new Training(plan, program, where, clock, stop, curve::add, threads).run();
  }
}

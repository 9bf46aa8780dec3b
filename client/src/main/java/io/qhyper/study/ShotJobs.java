package io.qhyper.study;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.ibm.QpuTime;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.Jobs;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.RestartResult;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.StopRules;
import io.qhyper.hybrid.StoppedException;
import io.qhyper.hybrid.Training;
import io.qhyper.hybrid.TrainingListener;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.TrainingResult;
import io.qhyper.shots.Counts;
import io.qhyper.sim.SimulationOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What a cell runs by shots: the jobs that hardware would get, on the local backend.
 *
 * @param simulation how the backend simulates
 */
record ShotJobs(Workbench bench, SimulationOptions simulation) {
  /** As {@code train} starts: too close to the superposition for gradients of 0, and no closer. */
  private static final double SPREAD = 0.1;

  static ShotJobs withoutNoise(Workbench bench) {
    return new ShotJobs(bench, SimulationOptions.DEFAULT);
  }

  static ShotJobs under(NoiseAtScale noise, Workbench bench) {
    return new ShotJobs(bench, noise.simulation());
  }

  /**
   * One job.
   *
   * @param seconds estimate of its time on a quantum computer
   */
  record Measurement(JobResult result, long shots, double seconds) {
    /**
     * The mean loss of each row.
     *
     * @param table the loss of every bitstring in index order
     */
    List<LossEstimate> losses(double[] table) {
      return result.register(TrainingProgram.REGISTER).stream()
          .map(counts -> LossEstimate.of(counts, losses(counts, table)))
          .toList();
    }

    private static double[] losses(Counts counts, double[] table) {
      return IntStream.range(0, counts.distinct())
          .mapToDouble(entry -> table[(int) counts.bits(entry).index()])
          .toArray();
    }
  }

  /**
   * A training.
   *
   * @param theta the recommended angles
   * @param loss there, by fresh shots
   * @param shots spent
   * @param seconds estimate of the time on a quantum computer
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once and not changed
  record Trained(double[] theta, LossEstimate loss, long shots, double seconds) {
    Measured measuredLoss(String quantity) {
      return new Measured(quantity, loss.mean(), loss.standardError(), shots, seconds);
    }
  }

  Measurement run(JobRequest request) {
    try (LocalBackend backend = new LocalBackend(1, simulation)) {
      JobResult result = new BackendJobs(backend, bench.stop()).run(List.of(request)).get(0);
      long shots = (long) request.rows().size() * request.shots();
      return new Measurement(result, shots, QpuTime.TYPICAL.seconds(1, shots));
    }
  }

  Trained train(Cell cell, TrainingProgram program, Trainer trainer, int steps) {
    TrainingPlan plan =
        new TrainingPlan(
            bench.problem(cell.problem()),
            bench.ansatz(cell),
            trainer.method(steps),
            new Start.NearSuperposition(SPREAD),
            StopRules.after(steps),
            cell.seed(),
            1,
            Trainer.CONFIRMATION_SHOTS,
            simulation);
    try (LocalBackend backend = new LocalBackend(1, simulation)) {
      AtomicLong sent = new AtomicLong();
      BackendJobs onBackend = new BackendJobs(backend, bench.stop());
      Jobs jobs =
          requests -> {
            sent.addAndGet(requests.size());
            return onBackend.run(requests);
          };
      TrainingResult result =
          new Training(plan, program, jobs, bench.clock(), bench.stop(), TrainingListener.NONE, 1)
              .run();
      if (result.stopped()) {
        throw new StoppedException();
      }
      RestartResult best = result.bestRestart();
      return new Trained(
          best.angles().best(),
          best.expectedLoss(),
          result.shots(),
          QpuTime.TYPICAL.seconds(sent.get(), result.shots()));
    }
  }
}

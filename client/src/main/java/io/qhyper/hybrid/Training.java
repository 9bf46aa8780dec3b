package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.LossTable;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.optim.UpdateRule;
import io.qhyper.shots.Counts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs training plans: all restarts, and the choice among them. */
public final class Training {
  private static final int MOST_PROBABLE = 10;

  private final TrainingPlan plan;
  private final TrainingProgram program;
  private final Jobs jobs;
  private final Deadline deadline;
  private final StopSignal stop;
  private final TrainingListener listener;
  private final LoopStore store;
  private final int threads;
  private final Optional<ReadoutCorrection> correction;

  /**
   * A run that has not started and that nobody will resume.
   *
   * @param jobs where circuits run
   * @param clock for the wall clock limit, which counts from now
   * @param threads for losses, and for restarts of exact runs; results do not depend on it
   */
  public Training(
      TrainingPlan plan,
      TrainingProgram program,
      Jobs jobs,
      Clock clock,
      StopSignal stop,
      TrainingListener listener,
      int threads) {
    this(
        plan,
        program,
        jobs,
        Deadline.of(plan.stopRules(), clock),
        stop,
        listener,
        LoopStore.NONE,
        threads);
  }

  /**
   * A run that goes on from what a store remembers, to the same result as if it had never stopped.
   *
   * @param jobs where circuits run, or a record of what they measured before
   * @param deadline when the time of the whole run is over
   * @param store what is known of each restart, and is kept of its further steps
   * @param threads for losses, and for restarts of exact runs; results do not depend on it
   */
  public Training(
      TrainingPlan plan,
      TrainingProgram program,
      Jobs jobs,
      Deadline deadline,
      StopSignal stop,
      TrainingListener listener,
      LoopStore store,
      int threads) {
    this(plan, program, jobs, deadline, stop, listener, store, threads, Optional.empty());
  }

  private Training(
      TrainingPlan plan,
      TrainingProgram program,
      Jobs jobs,
      Deadline deadline,
      StopSignal stop,
      TrainingListener listener,
      LoopStore store,
      int threads,
      Optional<ReadoutCorrection> correction) {
    this.plan = plan;
    this.program = program;
    this.jobs = jobs;
    this.deadline = deadline;
    this.stop = stop;
    this.listener = listener;
    this.store = store;
    this.threads = threads;
    this.correction = correction;
  }

  /** The same run by shots, with all measured losses and gradients corrected for readout errors. */
  public Training corrected(ReadoutCorrection readout) {
    return new Training(
        plan, program, jobs, deadline, stop, listener, store, threads, Optional.of(readout));
  }

  /** Trains to the end or to a stop request. */
  public TrainingResult run() {
    return plan.method().byShots() ? byShots() : exactly();
  }

  /**
   * What a run that broke off has so far.
   *
   * @param snapshots of its restarts; at least one
   */
  public static TrainingResult unfinished(List<LoopSnapshot> snapshots) {
    List<RestartResult> restarts = snapshots.stream().map(LoopSnapshot::unfinished).toList();
    return new TrainingResult(
        restarts,
        lowest(restarts),
        snapshots.stream()
            .flatMap(snapshot -> snapshot.network().stream())
            .min(Comparator.comparingDouble(LossCache.Scored::loss)),
        Optional.empty(),
        Optional.empty(),
        snapshots.stream().mapToLong(LoopSnapshot::shots).max().orElseThrow(),
        snapshots.stream().mapToLong(LoopSnapshot::circuits).max().orElseThrow(),
        true);
  }

  private TrainingResult byShots() {
    LossCache losses = new LossCache(plan.problem(), threads);
    ShotTrainer trainer =
        shotTrainer(
            new ShotTrainer.Surroundings(
                jobs, losses, correction, deadline, stop, listener, store));
    List<RestartResult> restarts = new ArrayList<>();
    for (int restart = 0; restart < plan.restarts(); restart++) {
      if (isLeftOut(restart)) {
        break;
      }
      long seed = RestartSeed.of(plan.seed(), restart);
      restarts.add(trainer.train(restart, seed, plan.start().angles(plan.ansatz(), seed)));
    }
    int best = lowest(restarts);
    return new TrainingResult(
        restarts,
        best,
        losses.best(),
        restarts.get(best).sample(),
        Optional.empty(),
        trainer.shots(),
        trainer.circuits(),
        isStopped(restarts));
  }

  private ShotTrainer shotTrainer(ShotTrainer.Surroundings surroundings) {
    LoopJobs loop = LoopJobs.of(plan, program).orElseThrow();
    UpdateRule rule = ((Method.ByShots) plan.method()).rule();
    return new ShotTrainer(loop, rule, plan.stopRules(), surroundings);
  }

  private TrainingResult exactly() {
    LossTable losses = LossTable.enumerate(plan.problem(), threads);
    ExactLoss loss = new ExactLoss(program, losses.toArray(), plan.simulation());
    ExactTrainer trainer = new ExactTrainer(loss, stop, deadline, listener, store);
    List<RestartResult> restarts =
        WorkPool.map(
                IntStream.range(0, plan.restarts()).boxed().toList(),
                threads,
                restart -> exactRestart(trainer, restart))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    int best = lowest(restarts);
    return stop.isRequested()
        ? withProbable(restarts, best, loss, losses)
        : withSample(restarts, best, loss, losses);
  }

  /** A run has at least its first restart, even if that can do no more than measure its start. */
  private boolean isLeftOut(int restart) {
    return restart > 0
        && (stop.isRequested() || (deadline.isOver() && store.find(restart).isEmpty()));
  }

  /** Nothing for a restart that is left out. */
  private Optional<RestartResult> exactRestart(ExactTrainer trainer, int restart) {
    if (isLeftOut(restart)) {
      return Optional.empty();
    }
    long seed = RestartSeed.of(plan.seed(), restart);
    double[] start = plan.start().angles(plan.ansatz(), seed);
    return Optional.of(
        plan.method() instanceof Method.ExactLbfgs lbfgs
            ? trainer.minimize(restart, seed, start, lbfgs.optimizer())
            : trainer.follow(
                restart,
                seed,
                start,
                ((Method.ExactFirstOrder) plan.method()).rule(),
                plan.stopRules()));
  }

  /** Runs the recommended circuit by shots, since its answer is the best network it emits. */
  private TrainingResult withSample(
      List<RestartResult> restarts, int best, ExactLoss loss, LossTable table) {
    RestartResult chosen = restarts.get(best);
    JobRequest request = plan.sample(program, chosen.seed(), chosen.angles().best());
    try {
      Counts sample = jobs.run(List.of(request)).get(0).register(TrainingProgram.REGISTER).get(0);
      LossCache losses = new LossCache(plan.problem(), threads);
      losses.losses(sample);
      return new TrainingResult(
          restarts,
          best,
          losses.best(),
          Optional.of(sample),
          Optional.of(table),
          plan.sampleShots(),
          1,
          isStopped(restarts));
    } catch (StoppedException e) {
      return withProbable(restarts, best, loss, table);
    }
  }

  /** After a stop nothing more is run; the best of the most probable networks is the answer. */
  private TrainingResult withProbable(
      List<RestartResult> restarts, int best, ExactLoss loss, LossTable losses) {
    double[] angles = restarts.get(best).angles().best();
    // The interrupt has ended the restarts; it must not end this last pass, too.
    boolean interrupted = Thread.interrupted();
    Optional<LossCache.Scored> network =
        Evaluation.exact(loss, losses, angles, MOST_PROBABLE).top().stream()
            .min(Comparator.comparingDouble(Evaluation.Emitted::loss))
            .map(entry -> new LossCache.Scored(entry.bits(), entry.loss()));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new TrainingResult(
        restarts, best, network, Optional.empty(), Optional.of(losses), 0, 0, true);
  }

  /** An interrupt ends a restart without a request. */
  private boolean isStopped(List<RestartResult> restarts) {
    return stop.isRequested()
        || restarts.stream().anyMatch(restart -> restart.ending() == Ending.STOPPED);
  }

  /**
   * Restarts that were stopped before their loss was confirmed come after those with fresh shots,
   * since the lowest of many noisy values is too low; NaN, where nothing was measured, comes last.
   */
  private static int lowest(List<RestartResult> restarts) {
    return IntStream.range(0, restarts.size())
        .boxed()
        .min(
            Comparator.comparing((Integer i) -> restarts.get(i).sample().isEmpty())
                .thenComparing(i -> restarts.get(i).expectedLoss().mean()))
        .orElseThrow();
  }
}

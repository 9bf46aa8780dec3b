package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.bnn.LossCache;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.optim.OptimizerUpdate;
import io.qhyper.optim.UpdateRule;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The hybrid loop by shots, on any backend.
 *
 * <p>Each step sends the gradient's rows as one job and, when it is due, the unshifted circuit as
 * another, both at once, and now and then the sentinel's fixed circuit; scores what was measured;
 * and moves the angles. At the end the angles with the lowest measured loss and the last ones are
 * compared with fresh shots, and the winner is measured once more, because the lowest of many noisy
 * values is too low on average.
 *
 * <p>Not safe for use by several threads.
 */
public final class ShotTrainer {
  private final LoopJobs loop;
  private final UpdateRule rule;
  private final StopRules stopRules;
  private final Surroundings surroundings;
  private final LossEstimator estimator;
  private long shots;
  private long circuits;

  /**
   * What a loop needs from outside.
   *
   * @param jobs where circuits run
   * @param losses losses of networks, shared by all restarts
   * @param correction of readout errors
   * @param deadline tells when the wall clock limit is reached
   * @param stop ends the loop on request
   * @param listener hears of each step
   * @param store remembers each step
   */
  public record Surroundings(
      Jobs jobs,
      LossCache losses,
      Optional<ReadoutCorrection> correction,
      Deadline deadline,
      StopSignal stop,
      TrainingListener listener,
      LoopStore store) {}

  /** A loop; the wall clock limit is that of the surroundings, whatever the rules say. */
  public ShotTrainer(
      LoopJobs loop, UpdateRule rule, StopRules stopRules, Surroundings surroundings) {
    this.loop = loop;
    this.rule = rule;
    this.stopRules = stopRules;
    this.surroundings = surroundings;
    this.estimator = new LossEstimator(surroundings.losses(), surroundings.correction());
  }

  /** Shots spent so far, by all restarts. */
  public long shots() {
    return shots;
  }

  /** Circuits run so far, by all restarts. */
  public long circuits() {
    return circuits;
  }

  /** Runs one restart to its end, from the given angles or from where an earlier process was. */
  public RestartResult train(int restart, long seed, double[] start) {
    Optional<LoopSnapshot> earlier = surroundings.store().find(restart);
    earlier.ifPresent(this::restore);
    LoopSnapshot snapshot = earlier.orElseGet(() -> begin(restart, seed, start));
    try {
      while (snapshot.ending().isEmpty()) {
        LoopState state = snapshot.state();
        Optional<Ending> ending = endingBefore(state);
        if (ending.equals(Optional.of(Ending.STOPPED))) {
          return snapshot.unfinished();
        }
        snapshot = ending.isPresent() ? saved(snapshot, state, ending) : step(snapshot);
      }
      return confirmed(snapshot);
    } catch (StoppedException e) {
      return snapshot.unfinished();
    }
  }

  /** What the earlier process knew of the whole run. */
  private void restore(LoopSnapshot snapshot) {
    shots = snapshot.shots();
    circuits = snapshot.circuits();
    snapshot.network().ifPresent(surroundings.losses()::restore);
  }

  private LoopSnapshot begin(int restart, long seed, double[] start) {
    LoopState state = LoopState.at(start.clone(), rule.initialState(start.length));
    return saved(restart, seed, start, state, Optional.empty());
  }

  private LoopSnapshot saved(LoopSnapshot before, LoopState state, Optional<Ending> ending) {
    return saved(before.restart(), before.seed(), before.start(), state, ending);
  }

  private LoopSnapshot saved(
      int restart, long seed, double[] start, LoopState state, Optional<Ending> ending) {
    LoopSnapshot snapshot =
        new LoopSnapshot(
            restart, seed, start, state, ending, shots, circuits, surroundings.losses().best());
    surroundings.store().save(snapshot);
    return snapshot;
  }

  private Optional<Ending> endingBefore(LoopState state) {
    if (surroundings.stop().isRequested()) {
      return Optional.of(Ending.STOPPED);
    } else if (state.iteration() >= stopRules.iterations()) {
      return Optional.of(Ending.ITERATIONS);
    } else if (stopRules.patience() > 0 && state.sinceBest() >= stopRules.patience()) {
      return Optional.of(Ending.PATIENCE);
    }
    return surroundings.deadline().isOver() ? Optional.of(Ending.WALL_CLOCK) : Optional.empty();
  }

  private LoopSnapshot step(LoopSnapshot before) {
    LoopState state = before.state();
    long seed = before.seed();
    long iteration = state.iteration();
    List<JobRequest> requests = new ArrayList<>();
    requests.add(loop.gradient(seed, iteration, state.theta()));
    Optional<JobRequest> unshifted = loop.loss(seed, iteration, state.theta());
    unshifted.ifPresent(requests::add);
    loop.sentinel(seed, iteration).ifPresent(requests::add); // read back from the journal only
    List<JobResult> results = run(requests);
    DoubleUnaryOperator scoring =
        loop.objective().needsUnshifted()
            ? estimator.scoring(loop.objective(), results.get(1))
            : DoubleUnaryOperator.identity();
    GradientEstimate gradient =
        loop.source().gradient(seed, iteration, estimator.estimate(results.get(0), scoring));
    Optional<LossEstimate> loss =
        unshifted.map(request -> estimator.estimate(results.get(1)).get(0));
    report(before.restart(), iteration, loss, gradient.norm());
    LoopState measured = loss.map(l -> state.withLoss(l.mean())).orElse(state);
    if (stopRules.isShort(gradient)) {
      return saved(before, measured, Optional.of(Ending.TOLERANCE));
    }
    OptimizerUpdate update = rule.step(state.optimizer(), state.theta(), gradient.values());
    return saved(before, measured.moved(update.theta(), update.state()), Optional.empty());
  }

  private List<JobResult> run(List<JobRequest> requests) {
    List<JobResult> results = surroundings.jobs().run(requests);
    for (JobRequest request : requests) {
      circuits += request.rows().size();
      shots += (long) request.rows().size() * request.shots();
    }
    return results;
  }

  private void report(
      int restart, long iteration, Optional<LossEstimate> loss, double gradientNorm) {
    double bestNetwork =
        surroundings.losses().best().map(LossCache.Scored::loss).orElse(Double.NaN);
    surroundings
        .listener()
        .measured(
            new Measurement(
                restart,
                iteration,
                loss.orElse(new LossEstimate(Double.NaN, Double.NaN, 0)),
                bestNetwork,
                gradientNorm,
                shots,
                circuits));
  }

  private RestartResult confirmed(LoopSnapshot snapshot) {
    if (surroundings.stop().isRequested()) {
      return snapshot.unfinished();
    }
    LoopState state = snapshot.state();
    double[] best = state.theta();
    if (state.bestLoss() < Double.POSITIVE_INFINITY
        && !Arrays.equals(state.best(), state.theta())) {
      List<LossEstimate> both =
          estimator.estimate(run(loop.comparison(snapshot.seed(), state.best(), state.theta())));
      best = both.get(0).mean() < both.get(1).mean() ? state.best() : state.theta();
    }
    JobResult fresh = run(loop.confirmation(snapshot.seed(), best));
    LossEstimate loss = estimator.estimate(fresh).get(0);
    report(snapshot.restart(), state.iteration(), Optional.of(loss), Double.NaN);
    Counts sample = fresh.register(TrainingProgram.REGISTER).get(0);
    return new RestartResult(
        snapshot.restart(),
        snapshot.seed(),
        new RestartResult.Angles(snapshot.start(), best, state.theta()),
        loss,
        Optional.of(sample),
        state.iteration(),
        snapshot.ending().orElseThrow());
  }

  private JobResult run(JobRequest request) {
    return run(List.of(request)).get(0);
  }
}

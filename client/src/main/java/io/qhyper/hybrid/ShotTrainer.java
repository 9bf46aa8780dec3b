package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.bnn.LossCache;
import io.qhyper.optim.OptimizerUpdate;
import io.qhyper.optim.UpdateRule;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
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
 * another, both at once; scores what was measured; and moves the angles. At the end the angles with
 * the lowest measured loss and the last ones are compared with fresh shots, and the winner is
 * measured once more, because the lowest of many noisy values is too low on average.
 *
 * <p>Not safe for use by several threads.
 */
public final class ShotTrainer {
  private final TrainingProgram program;
  private final GradientSource source;
  private final UpdateRule rule;
  private final Objective objective;
  private final LossMeasurement lossMeasurement;
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
   * @param deadline tells when the wall clock limit is reached
   * @param stop ends the loop on request
   * @param listener hears of each step
   */
  public record Surroundings(
      Jobs jobs, LossCache losses, Deadline deadline, StopSignal stop, TrainingListener listener) {}

  /** A loop; the wall clock limit is that of the surroundings, whatever the rules say. */
  public ShotTrainer(
      TrainingProgram program,
      GradientSource source,
      UpdateRule rule,
      Objective objective,
      LossMeasurement lossMeasurement,
      StopRules stopRules,
      Surroundings surroundings) {
    this.program = program;
    this.source = source;
    this.rule = rule;
    this.objective = objective;
    this.lossMeasurement = lossMeasurement;
    this.stopRules = stopRules;
    this.surroundings = surroundings;
    this.estimator = new LossEstimator(surroundings.losses());
  }

  /** Shots spent so far, by all restarts. */
  public long shots() {
    return shots;
  }

  /** Circuits run so far, by all restarts. */
  public long circuits() {
    return circuits;
  }

  /** Runs one restart from the given angles to its end. */
  public RestartResult train(int restart, long seed, double[] start) {
    LoopState state = LoopState.at(start.clone(), rule.initialState(start.length));
    Optional<Ending> ending = endingBefore(state);
    try {
      while (ending.isEmpty()) {
        Step step = step(restart, seed, state);
        state = step.state();
        ending = step.ending().or(() -> endingBefore(step.state()));
      }
      return confirmed(restart, seed, start, state, ending.get());
    } catch (StoppedException e) {
      return unconfirmed(restart, seed, start, state, ending.orElse(Ending.STOPPED));
    }
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

  private record Step(LoopState state, Optional<Ending> ending) {}

  private Step step(int restart, long seed, LoopState state) {
    long iteration = state.iteration();
    List<JobRequest> requests = new ArrayList<>();
    requests.add(source.request(seed, iteration, state.theta()));
    boolean lossIsDue = lossMeasurement.isDue(iteration) || objective.needsUnshifted();
    if (lossIsDue) {
      requests.add(
          unshifted(
              List.of(state.theta()),
              lossMeasurement.shots(),
              StreamKey.of(seed, Purpose.EVALUATION).withIteration(iteration)));
    }
    List<JobResult> results = run(requests);
    DoubleUnaryOperator scoring =
        objective.needsUnshifted()
            ? estimator.scoring(objective, results.get(1))
            : DoubleUnaryOperator.identity();
    GradientEstimate gradient =
        source.gradient(seed, iteration, estimator.estimate(results.get(0), scoring));
    Optional<LossEstimate> loss =
        lossIsDue ? Optional.of(estimator.estimate(results.get(1)).get(0)) : Optional.empty();
    report(restart, iteration, loss, gradient.norm());
    LoopState measured = loss.map(l -> state.withLoss(l.mean())).orElse(state);
    if (stopRules.isShort(gradient)) {
      return new Step(measured, Optional.of(Ending.TOLERANCE));
    }
    OptimizerUpdate update = rule.step(state.optimizer(), state.theta(), gradient.values());
    return new Step(measured.moved(update.theta(), update.state()), Optional.empty());
  }

  private JobRequest unshifted(List<double[]> thetas, int rowShots, StreamKey stream) {
    return new JobRequest(
        program.text(), thetas.stream().map(program::row).toList(), rowShots, stream);
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

  private RestartResult confirmed(
      int restart, long seed, double[] start, LoopState state, Ending ending) {
    if (surroundings.stop().isRequested()) {
      return unconfirmed(restart, seed, start, state, ending);
    }
    StreamKey stream = StreamKey.of(seed, Purpose.CONFIRMATION);
    double[] best = state.theta();
    if (state.bestLoss() < Double.POSITIVE_INFINITY
        && !Arrays.equals(state.best(), state.theta())) {
      List<LossEstimate> both =
          estimator.estimate(confirm(List.of(state.best(), state.theta()), stream));
      best = both.get(0).mean() < both.get(1).mean() ? state.best() : state.theta();
    }
    JobResult fresh = confirm(List.of(best), stream.withIteration(1));
    LossEstimate loss = estimator.estimate(fresh).get(0);
    report(restart, state.iteration(), Optional.of(loss), Double.NaN);
    Counts sample = fresh.register(TrainingProgram.REGISTER).get(0);
    return new RestartResult(
        restart,
        seed,
        new RestartResult.Angles(start, best, state.theta()),
        loss,
        Optional.of(sample),
        state.iteration(),
        ending);
  }

  private JobResult confirm(List<double[]> thetas, StreamKey stream) {
    return run(List.of(unshifted(thetas, lossMeasurement.confirmationShots(), stream))).get(0);
  }

  private static RestartResult unconfirmed(
      int restart, long seed, double[] start, LoopState state, Ending ending) {
    boolean measured = state.bestLoss() < Double.POSITIVE_INFINITY;
    double loss = measured ? state.bestLoss() : Double.NaN;
    double[] best = measured ? state.best() : state.theta();
    return new RestartResult(
        restart,
        seed,
        new RestartResult.Angles(start, best, state.theta()),
        new LossEstimate(loss, Double.NaN, 0),
        Optional.empty(),
        state.iteration(),
        ending);
  }
}

package io.qhyper.hybrid;

import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.LbfgsEnding;
import io.qhyper.optim.LbfgsResult;
import io.qhyper.optim.LbfgsState;
import io.qhyper.optim.OptimizerUpdate;
import io.qhyper.optim.UpdateRule;
import java.util.Optional;

/**
 * Training with exact expectations and gradients: what the paper's authors do.
 *
 * <p>No shots are spent and nothing is sampled. Safe for use by several threads, one restart each.
 *
 * @param loss E(θ) and its gradient
 * @param stop ends a restart on request, keeping its lowest point
 * @param deadline ends it likewise when the time is over
 * @param listener hears of each step
 * @param store remembers how far each restart is; one that it knows goes on from there
 */
public record ExactTrainer(
    ExactLoss loss,
    StopSignal stop,
    Deadline deadline,
    TrainingListener listener,
    LoopStore store) {
  /**
   * The state of L-BFGS with its history takes longer to keep than a step to make; after a crash
   * the few steps since are made again, to the same numbers.
   */
  private static final int STEPS_A_SAVE = 16;

  /** Minimises by L-BFGS from the given angles. */
  public RestartResult minimize(int restart, long seed, double[] start, Lbfgs optimizer) {
    Optional<LoopSnapshot> earlier = store.find(restart);
    LbfgsState begin =
        earlier.isPresent()
            ? LbfgsState.of(earlier.get().state().optimizer())
            : optimizer.start(loss, start);
    LbfgsResult result =
        optimizer.minimize(
            loss,
            begin,
            state -> {
              GradientEstimate gradient = GradientEstimate.exact(state.gradient());
              report(restart, state.iteration(), state.value(), gradient.norm());
              if (state.iteration() % STEPS_A_SAVE == 0) {
                store.save(LoopSnapshot.exact(restart, seed, start, loopState(state)));
              }
              return !isToEnd();
            });
    store.save(LoopSnapshot.exact(restart, seed, start, loopState(result.state())));
    return result(
        restart,
        seed,
        new RestartResult.Angles(start, result.point(), result.point()),
        result.value(),
        result.iterations(),
        ending(result.ending()));
  }

  private static LoopState loopState(LbfgsState state) {
    double[] point = state.point();
    return new LoopState(
        state.iteration(), point, state.toOptimizerState(), point, state.value(), 0);
  }

  private boolean isToEnd() {
    return stop.isRequested() || deadline.isOver();
  }

  private Ending interruptedBy() {
    return stop.isRequested() ? Ending.STOPPED : Ending.WALL_CLOCK;
  }

  private Ending ending(LbfgsEnding ending) {
    return switch (ending) {
      case CONVERGED -> Ending.TOLERANCE;
      case MAX_ITERATIONS -> Ending.ITERATIONS;
      case STOPPED -> interruptedBy();
      default -> Ending.NO_PROGRESS;
    };
  }

  /** Follows the exact gradient by a first-order rule; recommends the lowest point met. */
  public RestartResult follow(
      int restart, long seed, double[] start, UpdateRule rule, StopRules rules) {
    LoopState state =
        store
            .find(restart)
            .map(LoopSnapshot::state)
            .orElseGet(() -> LoopState.at(start.clone(), rule.initialState(start.length)));
    double[] gradient = new double[start.length];
    while (true) {
      double value = loss.evaluate(state.theta(), gradient);
      GradientEstimate exact = GradientEstimate.exact(gradient);
      report(restart, state.iteration(), value, exact.norm());
      LoopState measured = state.withLoss(value);
      Optional<Ending> ending = ending(measured.iteration(), exact, measured.sinceBest(), rules);
      if (ending.isPresent()) {
        RestartResult.Angles angles =
            new RestartResult.Angles(start, measured.best(), measured.theta());
        return result(
            restart, seed, angles, measured.bestLoss(), measured.iteration(), ending.get());
      }
      OptimizerUpdate update = rule.step(measured.optimizer(), measured.theta(), gradient);
      state = measured.moved(update.theta(), update.state());
      store.save(LoopSnapshot.exact(restart, seed, start, state));
    }
  }

  private Optional<Ending> ending(
      long iteration, GradientEstimate gradient, int sinceBest, StopRules rules) {
    if (isToEnd()) {
      return Optional.of(interruptedBy());
    } else if (iteration >= rules.iterations()) {
      return Optional.of(Ending.ITERATIONS);
    } else if (rules.isShort(gradient)) {
      return Optional.of(Ending.TOLERANCE);
    }
    return rules.patience() > 0 && sinceBest >= rules.patience()
        ? Optional.of(Ending.PATIENCE)
        : Optional.empty();
  }

  private void report(int restart, long iteration, double value, double gradientNorm) {
    LossEstimate exact = LossEstimate.exact(value);
    Measurement measurement =
        new Measurement(restart, iteration, exact, Double.NaN, gradientNorm, 0, 0);
    synchronized (listener) {
      listener.measured(measurement);
    }
  }

  private static RestartResult result(
      int restart,
      long seed,
      RestartResult.Angles angles,
      double value,
      long iterations,
      Ending ending) {
    return new RestartResult(
        restart, seed, angles, LossEstimate.exact(value), Optional.empty(), iterations, ending);
  }
}

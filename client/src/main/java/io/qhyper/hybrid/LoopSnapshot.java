package io.qhyper.hybrid;

import io.qhyper.bnn.LossCache.Scored;
import java.util.Optional;

/**
 * Where one restart stands between two steps: with the results of its jobs, all that is needed to
 * go on as if nothing had happened.
 *
 * @param restart its number, from 0
 * @param seed the seed of its random streams
 * @param start the angles at which it began
 * @param state what the loop remembers
 * @param ending why its steps ended; empty if there are more
 * @param shots shots spent so far in the whole run; 0 in exact mode
 * @param circuits circuits run so far in the whole run; 0 in exact mode
 * @param network the best network sampled so far in the whole run; empty in exact mode
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and not changed
public record LoopSnapshot(
    int restart,
    long seed,
    double[] start,
    LoopState state,
    Optional<Ending> ending,
    long shots,
    long circuits,
    Optional<Scored> network) {

  /** A snapshot of an exact run, which spends no shots. */
  static LoopSnapshot exact(int restart, long seed, double[] start, LoopState state) {
    return new LoopSnapshot(restart, seed, start, state, Optional.empty(), 0, 0, Optional.empty());
  }

  /** What the restart came to if it went no further. */
  public RestartResult unfinished() {
    boolean measured = state.bestLoss() < Double.POSITIVE_INFINITY;
    return new RestartResult(
        restart,
        seed,
        new RestartResult.Angles(start, measured ? state.best() : state.theta(), state.theta()),
        new LossEstimate(measured ? state.bestLoss() : Double.NaN, Double.NaN, 0),
        Optional.empty(),
        state.iteration(),
        ending.orElse(Ending.STOPPED));
  }
}

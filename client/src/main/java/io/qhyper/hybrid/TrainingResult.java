package io.qhyper.hybrid;

import io.qhyper.bnn.LossCache.Scored;
import io.qhyper.bnn.LossTable;
import io.qhyper.shots.Counts;
import java.util.List;
import java.util.Optional;

/**
 * What a training run came to.
 *
 * @param restarts what each restart came to, in order; those that a stop request or the wall clock
 *     left out are missing
 * @param best position in {@code restarts} of the one with the lowest expected loss
 * @param network the best network sampled in the whole run; empty if nothing was sampled
 * @param sample fresh shots of the recommended circuit; empty if a stop request left no time for
 *     them
 * @param landscape the losses of all networks; empty unless training has needed them, as exact runs
 *     do
 * @param shots shots spent
 * @param circuits circuits run
 * @param stopped whether a stop request ended the run early
 */
public record TrainingResult(
    List<RestartResult> restarts,
    int best,
    Optional<Scored> network,
    Optional<Counts> sample,
    Optional<LossTable> landscape,
    long shots,
    long circuits,
    boolean stopped) {
  public TrainingResult {
    restarts = List.copyOf(restarts);
  }

  /** The restart with the lowest expected loss. */
  public RestartResult bestRestart() {
    return restarts.get(best);
  }

  /** Steps made by all restarts. */
  public long iterations() {
    return restarts.stream().mapToLong(RestartResult::iterations).sum();
  }
}

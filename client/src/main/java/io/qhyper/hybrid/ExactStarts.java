package io.qhyper.hybrid;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.LbfgsListener;
import io.qhyper.optim.LbfgsResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Minimises the exact E(θ) by L-BFGS from many starts, without a run folder: nothing is stored, no
 * shots are spent. Start k begins and ends exactly where restart k of a training run with the same
 * seed does.
 *
 * <p>Safe for use by several threads. What it keeps is the given loss, so starts share its plan and
 * its table.
 *
 * @param loss E(θ) and its gradient
 * @param ansatz gives the number of angles
 * @param start where each start begins
 * @param optimizer when each start ends
 */
public record ExactStarts(ExactLoss loss, Ansatz ansatz, Start start, Lbfgs optimizer) {
  /** Refuses missing parts. */
  public ExactStarts {
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(ansatz, "ansatz");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(optimizer, "optimizer");
  }

  /**
   * What one start came to.
   *
   * @param number from 0
   * @param seed of its random streams
   * @param result its lowest point, the value there, steps and evaluations; its ending is STOPPED
   *     after a stop request
   */
  public record Outcome(int number, long seed, LbfgsResult result) {
    /** E(θ) at its end. */
    public double loss() {
      return result.value();
    }
  }

  /**
   * The outcomes of starts 0 … count−1, in order; the same to the last bit for any number of
   * threads.
   *
   * <p>Costs one gradient per evaluation, usually little more than one per step.
   *
   * @param seed of all starts
   * @param count at least 1
   * @param threads at least 1; starts run side by side
   * @param stop ends those that run, and leaves out those that have not begun
   * @return fewer than {@code count} only after a stop request
   */
  public List<Outcome> run(long seed, int count, int threads, StopSignal stop) {
    if (count < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "starts and threads must be at least 1, got " + count + " and " + threads);
    }
    return RestartPool.run(
            count,
            threads,
            number ->
                stop.isRequested()
                    ? Optional.<Outcome>empty()
                    : Optional.of(minimize(number, RestartSeed.of(seed, number), stop)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Outcome minimize(int number, long seed, StopSignal stop) {
    LbfgsListener listener = state -> !stop.isRequested();
    double[] angles = start.angles(ansatz, seed);
    return new Outcome(
        number, seed, optimizer.minimize(loss, optimizer.start(loss, angles), listener));
  }
}

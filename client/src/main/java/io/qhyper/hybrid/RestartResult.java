package io.qhyper.hybrid;

import io.qhyper.shots.Counts;
import java.util.Optional;

/**
 * What one restart came to.
 *
 * @param restart its number, from 0
 * @param seed the seed of its random streams
 * @param angles where it started, what it recommends, where it ended
 * @param expectedLoss E(θ) at the recommended angles; by shots: from fresh shots that chose
 *     nothing, so free of selection bias, if {@code sample} is there
 * @param sample those fresh shots; empty in exact mode and where a stop request left no time for
 *     them
 * @param iterations steps made
 * @param ending why it ended
 */
public record RestartResult(
    int restart,
    long seed,
    Angles angles,
    LossEstimate expectedLoss,
    Optional<Counts> sample,
    long iterations,
    Ending ending) {

  /**
   * Flat parameter vectors of one restart.
   *
   * @param start where it started
   * @param best what it recommends
   * @param last where it ended
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once and not changed
  public record Angles(double[] start, double[] best, double[] last) {}
}

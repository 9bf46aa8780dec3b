package io.qhyper.hybrid;

import io.qhyper.optim.OptimizerState;

/**
 * Everything that one restart of a loop remembers between two steps.
 *
 * @param iteration steps made so far
 * @param theta the present angles
 * @param optimizer what the optimiser remembers
 * @param best the angles with the lowest measured loss so far
 * @param bestLoss that loss; +∞ before the first measurement
 * @param sinceBest loss measurements since then
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are replaced, never changed
public record LoopState(
    long iteration,
    double[] theta,
    OptimizerState optimizer,
    double[] best,
    double bestLoss,
    int sinceBest) {

  static LoopState at(double[] start, OptimizerState optimizer) {
    return new LoopState(0, start, optimizer, start, Double.POSITIVE_INFINITY, 0);
  }

  /** The state after the loss at the present angles was measured. */
  LoopState withLoss(double loss) {
    return loss < bestLoss
        ? new LoopState(iteration, theta, optimizer, theta, loss, 0)
        : new LoopState(iteration, theta, optimizer, best, bestLoss, sinceBest + 1);
  }

  /** The state after a step. */
  LoopState moved(double[] newTheta, OptimizerState newOptimizer) {
    return new LoopState(iteration + 1, newTheta, newOptimizer, best, bestLoss, sinceBest);
  }
}

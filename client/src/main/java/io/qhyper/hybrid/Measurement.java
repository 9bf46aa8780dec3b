package io.qhyper.hybrid;

/**
 * One line of a learning curve.
 *
 * @param restart which restart, from 0
 * @param iteration the step whose starting angles were measured, from 0
 * @param loss E(θ) there; NaN mean where it was not measured
 * @param bestLoss the lowest loss of any network sampled so far; NaN before the first
 * @param gradientNorm length of the measured gradient; NaN after the last step
 * @param shots shots spent so far in the whole run
 * @param circuits circuits run so far in the whole run
 */
public record Measurement(
    int restart,
    long iteration,
    LossEstimate loss,
    double bestLoss,
    double gradientNorm,
    long shots,
    long circuits) {}

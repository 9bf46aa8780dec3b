/**
 * The hybrid loop: quantum circuits propose networks, their losses steer the circuits.
 *
 * <p>One step measures the shifted circuits of a gradient as one batch, scores every distinct
 * measured bitstring as a network, and moves the angles. {@link io.qhyper.hybrid.ShotTrainer} does
 * that by shots on any backend, {@link io.qhyper.hybrid.ExactTrainer} with exact expectations where
 * 2^N fits in memory. Expected loss E(θ) always means the mean loss of the networks that the
 * circuit emits.
 */
package io.qhyper.hybrid;

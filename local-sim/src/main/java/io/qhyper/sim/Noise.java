package io.qhyper.sim;

import io.qhyper.sim.noise.NoiseModel;

/**
 * The noise that a program is simulated with, and how.
 *
 * @param model what the noise is
 * @param method how it is simulated
 */
public record Noise(NoiseModel model, NoiseMethod method) {}

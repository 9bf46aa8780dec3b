package io.qhyper.sim;

import io.qhyper.sim.noise.NoiseModel;

/**
 * How the noise of a program is simulated, and why.
 *
 * @param model the noise
 * @param shots the method that draws shots; never {@link NoiseMethod#AUTO}
 * @param means the method that gives expectations: {@link NoiseMethod#DENSITY} is exact, the others
 *     average; never {@link NoiseMethod#AUTO}
 * @param reason a clause for people
 * @param coverage what the model does to the program
 */
public record NoiseChoice(
    NoiseModel model,
    NoiseMethod shots,
    NoiseMethod means,
    String reason,
    NoiseCoverage coverage) {}

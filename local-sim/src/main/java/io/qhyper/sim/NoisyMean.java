package io.qhyper.sim;

/**
 * An expectation under noise.
 *
 * @param mean the estimate
 * @param standardError of it, 0 if it is exact; from the spread of the samples
 * @param samples how many random choices of errors were averaged, each exactly; 0 if it is exact
 */
public record NoisyMean(double mean, double standardError, long samples) {}

package io.qhyper.sim;

/**
 * What a noise model does to one program.
 *
 * @param gates number of gates in the program's text, definitions expanded, both branches of an if
 * @param noisyGates how many of them some rule acts after
 * @param idlePeriods how often a waiting qubit relaxes
 * @param misread how many measurements can be misread
 */
public record NoiseCoverage(int gates, int noisyGates, int idlePeriods, int misread) {}

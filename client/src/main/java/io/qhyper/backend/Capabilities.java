package io.qhyper.backend;

/**
 * What a backend can do.
 *
 * @param maximumQubits the widest program it runs
 * @param maximumShots the most shots of one row
 * @param paid whether running costs money or quota
 */
public record Capabilities(int maximumQubits, int maximumShots, boolean paid) {}

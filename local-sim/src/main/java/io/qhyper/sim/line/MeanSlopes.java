package io.qhyper.sim.line;

/** A mean and how it changes with the gates. */
public record MeanSlopes(double value, Slopes slopes) {}

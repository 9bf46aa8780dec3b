package io.qhyper.extrapolation;

/**
 * A value at no noise.
 *
 * @param fit how it was found
 * @param value the fit at scale 0
 * @param standardError of it, by the errors of the measured values; that the fit may have the wrong
 *     form is not in it
 */
public record Extrapolation(ZeroNoiseFit fit, double value, double standardError) {}

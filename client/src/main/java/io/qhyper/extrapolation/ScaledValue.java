package io.qhyper.extrapolation;

/**
 * What was measured at one strength of the noise.
 *
 * @param scale strength in units of the natural one, above 0
 * @param value the measured mean
 * @param standardError of it, at least 0
 */
public record ScaledValue(double scale, double value, double standardError) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is outside its range or not finite
   */
  public ScaledValue {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a noise scale must be above 0, got " + scale);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the value at scale " + scale + " is " + value);
    }
    if (!(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the standard error at scale %s is %s; an extrapolation needs at least 2 shots a scale"
              .formatted(scale, standardError));
    }
  }
}

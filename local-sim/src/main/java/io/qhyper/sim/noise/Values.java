package io.qhyper.sim.noise;

/** Checks of numbers; written so that NaN fails. */
final class Values {
  private Values() {}

  static double probability(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " must be in [0, 1], got " + value);
    }
    return value;
  }

  static double positive(String what, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(what + " must be above 0, got " + value);
    }
    return value;
  }

  static double notNegative(String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be finite and not negative, got " + value);
    }
    return value;
  }

  static double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, got " + value);
    }
    return value;
  }

  /** Refuses a channel that scaling has made stronger than any there is. */
  static double scaled(String what, double value, double factor) {
    double result = value * notNegative("noise scale", factor);
    if (result > 1) {
      throw new IllegalArgumentException(
          what + " " + value + " times the noise scale " + factor + " is above 1");
    }
    return result;
  }

  /** The probability of what happens at a rate, for {@code factor} times as long. */
  static double longer(double probability, double factor) {
    notNegative("noise scale", factor);
    return factor == 0 ? 0 : -Math.expm1(factor * Math.log1p(-probability));
  }
}

package io.qhyper.compile;

import java.util.OptionalDouble;

/** Refuses numbers that no device can have; NaN fails, too. */
final class Numbers {
  private Numbers() {}

  static void requireProbability(String name, OptionalDouble value) {
    if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(name + " must be in 0..1, got " + value.getAsDouble());
    }
  }

  static void requireNotNegative(String name, OptionalDouble value) {
    if (value.isPresent()
        && !(value.getAsDouble() >= 0 && value.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " must be finite and not negative, got " + value.getAsDouble());
    }
  }
}

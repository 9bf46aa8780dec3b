package io.qhyper.bench;

import java.util.Locale;

/** Refuses to time what gives wrong results. */
final class Check {
  private Check() {}

  /** Passes if the values differ by {@code tolerance} at most; NaN never does. */
  static void close(String what, double value, double expected, double tolerance) {
    if (!(Math.abs(value - expected) <= tolerance)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s is %s, expected %s within %.1e: not timed",
              what,
              value,
              expected,
              tolerance));
    }
  }
}

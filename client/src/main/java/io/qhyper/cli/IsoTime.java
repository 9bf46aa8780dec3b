package io.qhyper.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times for users. */
final class IsoTime {
  private IsoTime() {}

  /** A time to the second, as in 2026-11-25T10:42:22Z. */
  static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

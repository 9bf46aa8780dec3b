package io.qhyper.sandbox;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The shapes that a caller expects (section 1.4). */
record ApiVersion(LocalDate date) {
  /** Also what a missing or malformed header means. */
  private static final LocalDate OLDEST = LocalDate.of(2024, 1, 1);

  static ApiVersion of(String header) {
    try {
      return new ApiVersion(LocalDate.parse(header));
    } catch (DateTimeException e) {
      return new ApiVersion(OLDEST);
    }
  }

  private boolean since(int year, int month, int day) {
    return !date.isBefore(LocalDate.of(year, month, day));
  }

  /** Whether devices are objects in the list, not names. */
  boolean hasDeviceObjects() {
    return since(2025, 1, 1);
  }

  /** Whether charged time is {@code qpu_charge_time_seconds} with a status. */
  boolean hasChargeTime() {
    return since(2026, 3, 15);
  }

  /** Whether the time of circuits is at the root of metrics. */
  boolean hasTimeAtRoot() {
    return since(2026, 4, 15);
  }
}

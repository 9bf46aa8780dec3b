package io.qhyper.backend.ibm;

import java.time.Duration;

/**
 * How long a call may take and how much it may bring.
 *
 * @param time from its first to its last byte
 * @param bytes of the answer, unpacked
 */
public record CallLimits(Duration time, long bytes) {
  public CallLimits {
    if (time.isNegative() || time.isZero() || bytes < 1) {
      throw new IllegalArgumentException(
          "limits of a call must be positive, got " + time + " and " + bytes + " bytes");
    }
  }
}

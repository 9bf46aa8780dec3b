package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * Which delays between two executions a device takes, in seconds.
 *
 * @param shortest 0 if unknown
 * @param longest infinite if unknown
 */
public record DelayRange(double shortest, double longest) {
  /** Nothing is known. */
  public static final DelayRange ANY = new DelayRange(0, Double.POSITIVE_INFINITY);

  private static final double MICROSECOND = 1e-6;
  private static final double ROUNDING = 1e-9;

  /** The range of a configuration document (reference, section 5.1), which has microseconds. */
  public static DelayRange of(String configuration) {
    JsonNode range =
        JsonDocument.tryParse(configuration)
            .orElseGet(JsonDocument.MAPPER::createObjectNode)
            .path("rep_delay_range");
    return new DelayRange(
        range.path(0).asDouble(0) * MICROSECOND,
        range.path(1).asDouble(Double.POSITIVE_INFINITY) * MICROSECOND);
  }

  /**
   * Checks a delay that is asked for.
   *
   * @throws IllegalArgumentException if the device has no such delay
   */
  public void require(double seconds) {
    if (!(seconds >= shortest * (1 - ROUNDING) && seconds <= longest * (1 + ROUNDING))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the device has repetition delays of %.1f to %.1f us, got %.1f",
              shortest / MICROSECOND,
              longest / MICROSECOND,
              seconds / MICROSECOND));
    }
  }
}

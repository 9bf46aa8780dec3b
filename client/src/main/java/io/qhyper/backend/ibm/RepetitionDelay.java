package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a device waits between two executions, in seconds.
 *
 * @param usual unless asked otherwise; empty if unknown
 * @param shortest that may be asked for; empty if unknown
 * @param longest that may be asked for; empty if unknown
 */
public record RepetitionDelay(
    Optional<Double> usual, Optional<Double> shortest, Optional<Double> longest) {
  /** Nothing is known. */
  public static final RepetitionDelay UNKNOWN =
      new RepetitionDelay(Optional.empty(), Optional.empty(), Optional.empty());

  private static final double MICROSECOND = 1e-6;

  /** The delays of a configuration document (reference, section 5.1), which has microseconds. */
  public static RepetitionDelay of(String configuration) {
    JsonNode json =
        JsonDocument.tryParse(configuration).orElseGet(JsonDocument.MAPPER::createObjectNode);
    JsonNode range = json.path("rep_delay_range");
    return new RepetitionDelay(
        seconds(json.path("default_rep_delay")), seconds(range.path(0)), seconds(range.path(1)));
  }

  /** Only the usual delay is known. */
  public static RepetitionDelay usually(double seconds) {
    return new RepetitionDelay(Optional.of(seconds), Optional.empty(), Optional.empty());
  }

  private static Optional<Double> seconds(JsonNode microseconds) {
    return microseconds.isNumber() && microseconds.asDouble() >= 0
        ? Optional.of(microseconds.asDouble() * MICROSECOND)
        : Optional.empty();
  }

  /**
   * Checks a delay that is asked for.
   *
   * @throws IllegalArgumentException if the device has no such delay
   */
  public void require(double seconds) {
    boolean fits =
        shortest.map(least -> seconds >= least * (1 - 1e-9)).orElse(true)
            && longest.map(most -> seconds <= most * (1 + 1e-9)).orElse(true);
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the device has repetition delays of %.1f to %.1f us, got %.1f",
              shortest.orElse(0.0) / MICROSECOND,
              longest.orElse(Double.POSITIVE_INFINITY) / MICROSECOND,
              seconds / MICROSECOND));
    }
  }
}

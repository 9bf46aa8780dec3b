package io.qhyper.cli;

import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.ReadoutCorrection;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a readout calibration is used. Add as a {@code @Mixin}. */
final class CorrectionOptions {
  private static final Duration USUAL_AGE = Duration.ofHours(24);

  @Option(
      names = "--calibration-max-age",
      paramLabel = "TIME",
      description = "Refuse a calibration older than TIME, such as 90m, 24h or 7d (default: 24h).")
  private String maximumAge;

  @Option(
      names = "--mitigation-distance",
      paramLabel = "D",
      description =
          "Take strings that differ in more than D bits as never confused: quicker for many"
              + " distinct strings (default: all pairs).")
  private Integer distance;

  /**
   * Refuses wrong values early.
   *
   * @throws IllegalArgumentException if there is one
   */
  void check() {
    maximumAge();
    if (distance != null && distance < 1) {
      throw new IllegalArgumentException(
          "--mitigation-distance must be at least 1, got " + distance);
    }
  }

  private Duration maximumAge() {
    if (maximumAge == null) {
      return USUAL_AGE;
    }
    String text = maximumAge.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse((text.endsWith("D") ? "P" : "PT") + text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--calibration-max-age must be a time such as 90m, 24h or 7d, got '" + maximumAge + "'");
    }
  }

  /** Refuses a calibration that is too old. */
  void requireFresh(Calibration calibration, Clock clock) {
    calibration.requireFresh(clock.instant(), maximumAge());
  }

  /** The correction that a calibration allows. */
  ReadoutCorrection of(Calibration calibration) {
    return distance == null
        ? ReadoutCorrection.of(calibration.model())
        : new ReadoutCorrection(calibration.model(), distance);
  }
}

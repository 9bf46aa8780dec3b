package io.qhyper.report;

import io.qhyper.hybrid.Measurement;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.TimedMeasurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code metrics.csv} while a run goes on: a reader always finds whole lines, by restart and
 * iteration, at most a second old.
 *
 * <p>Numbers that were not measured are empty. Everything but the column {@code seconds} is the
 * same for the same seed.
 */
public final class MetricsLog {
  private static final String HEADER =
      "restart,iteration,loss,standard_error,best_loss,gradient_norm,shots,circuits,seconds\n";
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final RunFolder folder;
  private final Clock clock;
  private final Map<Integer, Map<Long, String>> lines = new TreeMap<>();
  private Instant written;

  /**
   * A log that begins with what was measured before; writes it.
   *
   * @param earlier what the journal knows
   */
  public MetricsLog(RunFolder folder, Clock clock, List<TimedMeasurement> earlier)
      throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.written = clock.instant();
    earlier.forEach(this::add);
    flush();
  }

  /** Adds a line, in place of the one of the same step if a resumed run measured it again. */
  public void measured(TimedMeasurement timed) {
    add(timed);
    Instant now = clock.instant();
    if (Duration.between(written, now).compareTo(INTERVAL) >= 0) {
      written = now;
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void add(TimedMeasurement timed) {
    Measurement m = timed.measurement();
    long place = 2 * m.iteration() + (timed.isConfirmation() ? 1 : 0);
    lines
        .computeIfAbsent(m.restart(), restart -> new TreeMap<>())
        .put(place, line(m, timed.seconds()));
  }

  private static String line(Measurement m, double seconds) {
    return m.restart()
        + ","
        + m.iteration()
        + ","
        + number(m.loss().mean())
        + ","
        + number(m.loss().standardError())
        + ","
        + number(m.bestLoss())
        + ","
        + number(m.gradientNorm())
        + ","
        + m.shots()
        + ","
        + m.circuits()
        + ","
        + String.format(Locale.ROOT, "%.3f", seconds)
        + "\n";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value + 0.0); // -0.0 is printed as 0.0
  }

  /** Writes everything measured so far. */
  public void flush() throws IOException {
    folder.write(RunFolder.METRICS, text());
  }

  private String text() {
    StringBuilder text = new StringBuilder(HEADER);
    lines.values().forEach(restart -> restart.values().forEach(text::append));
    return text.toString();
  }

  /** The whole file for what a journal knows. */
  public static String text(List<TimedMeasurement> measurements) {
    StringBuilder text = new StringBuilder(HEADER);
    measurements.forEach(timed -> text.append(line(timed.measurement(), timed.seconds())));
    return text.toString();
  }
}

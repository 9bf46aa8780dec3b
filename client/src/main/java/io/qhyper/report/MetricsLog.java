package io.qhyper.report;

import io.qhyper.hybrid.Measurement;
import io.qhyper.hybrid.TrainingListener;
import io.qhyper.store.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
public final class MetricsLog implements TrainingListener {
  private static final String HEADER =
      "restart,iteration,loss,standard_error,best_loss,gradient_norm,shots,circuits,seconds\n";
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final RunFolder folder;
  private final Clock clock;
  private final Instant started;
  private final Map<Integer, StringBuilder> lines = new TreeMap<>();
  private Instant written;

  /** A log whose seconds count from now; writes the header. */
  public MetricsLog(RunFolder folder, Clock clock) throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.started = clock.instant();
    this.written = started;
    flush();
  }

  @Override
  public void measured(Measurement m) {
    Instant now = clock.instant();
    double seconds = Duration.between(started, now).toNanos() / 1e9;
    lines
        .computeIfAbsent(m.restart(), restart -> new StringBuilder())
        .append(m.restart())
        .append(',')
        .append(m.iteration())
        .append(',')
        .append(number(m.loss().mean()))
        .append(',')
        .append(number(m.loss().standardError()))
        .append(',')
        .append(number(m.bestLoss()))
        .append(',')
        .append(number(m.gradientNorm()))
        .append(',')
        .append(m.shots())
        .append(',')
        .append(m.circuits())
        .append(',')
        .append(String.format(Locale.ROOT, "%.3f", seconds))
        .append('\n');
    if (Duration.between(written, now).compareTo(INTERVAL) >= 0) {
      written = now;
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  /** Writes everything measured so far. */
  public void flush() throws IOException {
    folder.write(RunFolder.METRICS, HEADER + String.join("", lines.values()));
  }
}

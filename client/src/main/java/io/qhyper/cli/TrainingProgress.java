package io.qhyper.cli;

import io.qhyper.hybrid.Measurement;
import java.util.Locale;

/** Shows how far a training run is. */
final class TrainingProgress {
  private final Progress progress;
  private final long total;
  private long done;

  TrainingProgress(Progress progress, long total, long done) {
    this.progress = progress;
    this.total = Math.max(total, 1);
    this.done = done;
  }

  void measured(Measurement measurement) {
    done++;
    double loss = measurement.loss().mean();
    String detail =
        Double.isNaN(loss)
            ? String.format(Locale.ROOT, "best network %.4f", measurement.bestLoss())
            : String.format(Locale.ROOT, "E = %.4f", loss);
    progress.update(Math.min(done, total), total, detail);
  }
}

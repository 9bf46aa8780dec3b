package io.qhyper.report;

import io.qhyper.shots.Counts;
import io.qhyper.store.Json;
import io.qhyper.store.journal.Shots;
import io.qhyper.store.journal.TimedMeasurement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that a run measured, one line for each distinct bitstring of each circuit. */
public enum ShotsFile {
  /** Comma-separated, with a header. */
  CSV {
    @Override
    String header() {
      return "job,purpose,restart,iteration,circuit,register,bits,count\n";
    }

    @Override
    String line(Map<String, Object> fields) {
      StringBuilder line = new StringBuilder();
      for (Object field : fields.values()) {
        line.append(line.isEmpty() ? "" : ",").append(field == null ? "" : field);
      }
      return line.append('\n').toString();
    }
  },
  /** One JSON object a line. */
  JSON_LINES {
    @Override
    String header() {
      return "";
    }

    @Override
    String line(Map<String, Object> fields) {
      return Json.line(fields);
    }
  };

  abstract String header();

  abstract String line(Map<String, Object> fields);

  /** Writes all completed jobs in order of time, holding one of them at a time. */
  public void write(OutputStream out, Shots shots) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(header());
    for (Shots.Job job : shots.jobs()) {
      for (Shots.Histogram histogram : shots.of(job)) {
        write(writer, job, histogram);
      }
    }
    writer.flush();
  }

  private void write(Writer writer, Shots.Job job, Shots.Histogram histogram) throws IOException {
    Counts counts = histogram.counts();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("job", job.number());
    fields.put("purpose", job.purpose().name().toLowerCase(Locale.ROOT));
    fields.put("restart", job.restart().isPresent() ? job.restart().getAsInt() : null);
    fields.put("iteration", job.iteration());
    fields.put("circuit", histogram.circuit());
    fields.put("register", histogram.register());
    for (int entry = 0; entry < counts.distinct(); entry++) {
      fields.put("bits", counts.bits(entry).toString());
      fields.put("count", counts.count(entry));
      writer.write(line(fields));
    }
  }

  /** The learning curve, one JSON object a line. */
  public static String measurements(List<TimedMeasurement> measurements) {
    StringBuilder text = new StringBuilder();
    for (TimedMeasurement timed : measurements) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("restart", timed.measurement().restart());
      fields.put("iteration", timed.measurement().iteration());
      fields.put("loss", number(timed.measurement().loss().mean()));
      fields.put("standard_error", number(timed.measurement().loss().standardError()));
      fields.put("best_loss", number(timed.measurement().bestLoss()));
      fields.put("gradient_norm", number(timed.measurement().gradientNorm()));
      fields.put("shots", timed.measurement().shots());
      fields.put("circuits", timed.measurement().circuits());
      fields.put("seconds", timed.seconds());
      text.append(Json.line(fields));
    }
    return text.toString();
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}

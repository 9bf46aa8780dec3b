package io.qhyper.report;

import java.util.Locale;

/** A training report for people: one fact a line. */
public final class TrainingText {
  private TrainingText() {}

  /** The text, ending with a line break. */
  public static String of(TrainingReport r) {
    StringBuilder text = new StringBuilder();
    line(text, "problem        %s, %d bits", r.problem(), r.bits());
    line(
        text,
        "circuit        %s, %d layers: %d entangling gates, %d live parameters of %d",
        r.ansatz(),
        r.layers(),
        r.entanglingGates(),
        r.liveParameters(),
        r.parameters());
    if (r.noise() != null) {
      r.noise().lines().forEach(row -> line(text, "%-14s %s", row.name(), row.value()));
    }
    if (r.mitigation() != null) {
      r.mitigation().lines().forEach(row -> line(text, "%-14s %s", row.name(), row.value()));
    }
    line(
        text,
        "spent          %,d steps, %,d circuits, %,d shots, %.1f s",
        r.iterations(),
        r.circuits(),
        r.shots(),
        r.seconds());
    if (r.hardware() != null) {
      line(text, "quantum time   %s", r.hardware().text());
    }
    if (r.restarts().size() > 1) {
      for (TrainingReport.Restart restart : r.restarts()) {
        line(
            text,
            "restart        E = %s%s, %d steps (%s)",
            estimate(restart.expectedLoss(), restart.standardError()),
            restart.nearOptimal() == null
                ? ""
                : String.format(Locale.ROOT, ", %.1f %% near-optimal", 100 * restart.nearOptimal()),
            restart.iterations(),
            restart.ending());
      }
    }
    line(text, "expected loss  E = %s%s", estimate(r.expectedLoss(), r.standardError()), origin(r));
    if (r.globalMinimum() != null && r.expectedLoss() != null) {
      line(
          text,
          "               %.6f above the global minimum %.6f",
          r.expectedLoss() - r.globalMinimum(),
          r.globalMinimum());
    }
    if (r.nearOptimal() != null) {
      line(
          text,
          "near-optimal   %.1f %% of %,d sampled networks are within 1 %% of the minimum",
          100 * r.nearOptimal(),
          r.sampleShots());
    }
    if (r.best() != null) {
      line(text, "best network   %s, loss %.6f", r.best().bits(), r.best().loss());
      line(text, "accuracy       %s", accuracies(r.best()));
    }
    line(text, "run folder     %s%s", r.run(), r.stopped() ? " (stopped early)" : "");
    return text.toString();
  }

  private static String origin(TrainingReport r) {
    if (r.expectedLossShots() > 0) {
      return String.format(Locale.ROOT, " (%,d fresh shots)", r.expectedLossShots());
    }
    if (r.expectedLoss() == null) {
      return "";
    }
    boolean exact = r.standardError() != null && r.standardError() == 0;
    return exact ? " (exact)" : " (lowest measured, not confirmed)";
  }

  private static String estimate(Double value, Double error) {
    if (value == null) {
      return "not measured";
    }
    String text = String.format(Locale.ROOT, "%.6f", value);
    return error == null || error == 0 ? text : text + String.format(Locale.ROOT, " ± %.6f", error);
  }

  static String accuracies(TrainingReport.Best best) {
    String train = String.format(Locale.ROOT, "%.2f %% train", 100 * best.trainAccuracy());
    return best.testAccuracy() == null
        ? train + ", no test set"
        : train + String.format(Locale.ROOT, ", %.2f %% test", 100 * best.testAccuracy());
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}

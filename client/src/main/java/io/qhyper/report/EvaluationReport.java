package io.qhyper.report;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.Evaluation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code evaluate --json} prints.
 *
 * @param problem name of the problem
 * @param ansatz name of the ansatz
 * @param layers number of its layers
 * @param parameters length of the flat parameter vector
 * @param expectedLoss E(θ)
 * @param standardError of it; 0 if it is exact
 * @param shots behind it; 0 if there are none
 * @param samples random choices of errors that a noisy loss is the mean of, each taken exactly; 0
 *     if it is exact or from shots
 * @param noise what disturbed the circuit; null if nothing did
 * @param mitigation how the loss was corrected for readout errors; null if it was not
 * @param extrapolation how the loss was extrapolated to no noise; null if it was not
 * @param top the most probable networks
 * @param topShots shots that their probabilities are from, where these are not those of the loss;
 *     else 0
 */
public record EvaluationReport(
    String problem,
    String ansatz,
    int layers,
    int parameters,
    double expectedLoss,
    Double standardError,
    long shots,
    long samples,
    NoiseReport noise,
    MitigationReport mitigation,
    ExtrapolationReport extrapolation,
    List<Top> top,
    long topShots) {

  /** A network, its probability and its loss. */
  public record Top(String bits, double probability, double loss) {}

  /** The report on an evaluation. */
  public static EvaluationReport of(
      Problem problem,
      Ansatz ansatz,
      Evaluation evaluation,
      Optional<NoiseReport> noise,
      Optional<MitigationReport> mitigation,
      Optional<ExtrapolationReport> extrapolation) {
    double error = evaluation.loss().standardError();
    return new EvaluationReport(
        problem.name(),
        ansatz.name(),
        ansatz.layers(),
        ansatz.parameterCount(),
        evaluation.loss().mean(),
        Double.isNaN(error) ? null : error,
        evaluation.loss().shots(),
        evaluation.samples(),
        noise.orElse(null),
        mitigation.orElse(null),
        extrapolation.orElse(null),
        evaluation.top().stream()
            .map(e -> new Top(e.bits().toString(), e.probability(), e.loss()))
            .toList(),
        evaluation.topShots());
  }

  /** The report for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    append(text, noise == null ? List.of() : noise.lines());
    append(text, mitigation == null ? List.of() : mitigation.lines());
    append(text, extrapolation == null ? List.of() : extrapolation.lines());
    text.append(String.format(Locale.ROOT, "expected loss  %.9f%s\n", expectedLoss, error()));
    if (!top.isEmpty()) {
      int width = Math.max(top.get(0).bits().length(), "network".length());
      String by = topShots == 0 ? "" : String.format(Locale.ROOT, " (in %,d shots)", topShots);
      text.append(
          String.format(Locale.ROOT, "%-" + width + "s  probability  loss%s\n", "network", by));
      for (Top entry : top) {
        text.append(
            String.format(
                Locale.ROOT,
                "%-" + width + "s  %11.6f  %.6f\n",
                entry.bits(),
                entry.probability(),
                entry.loss()));
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<NoiseReport.Row> rows) {
    rows.forEach(row -> text.append(String.format("%-14s %s\n", row.name(), row.value())));
  }

  private String error() {
    if (samples > 0) {
      return String.format(
          Locale.ROOT, " ± %.6f (%,d random choices of errors)", standardError, samples);
    } else if (shots == 0) {
      return " (exact)";
    }
    return standardError == null
        ? " (1 shot)"
        : String.format(Locale.ROOT, " ± %.6f (%,d shots)", standardError, shots);
  }
}

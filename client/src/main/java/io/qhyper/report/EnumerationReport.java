package io.qhyper.report;

import io.qhyper.bnn.EnumerationSummary;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What {@code enumerate --json} prints.
 *
 * @param problem name of the problem
 * @param bits number of bits of a network
 * @param count number of networks, 2^bits
 * @param minimum the best network: its loss, bits and accuracies
 * @param ties networks that reach the minimum, by index, the first {@value #MOST_TIES} at most
 * @param tieCount how many there are
 * @param median median loss
 * @param nearMinimum networks whose loss is at most 1 % above the minimum
 * @param firstLoss loss of the network of all bits 0
 * @param quantiles how the losses are distributed
 */
public record EnumerationReport(
    String problem,
    int bits,
    long count,
    TrainingReport.Best minimum,
    List<String> ties,
    long tieCount,
    double median,
    long nearMinimum,
    double firstLoss,
    List<EnumerationSummary.Quantile> quantiles) {
  private static final int MOST_TIES = 100;

  /** The report on the losses of a problem. */
  public static EnumerationReport of(Problem problem, LossTable losses) {
    EnumerationSummary summary = losses.summary();
    OptionalDouble test = problem.testAccuracy(summary.best());
    return new EnumerationReport(
        problem.name(),
        summary.bits(),
        summary.count(),
        new TrainingReport.Best(
            summary.minimum(),
            summary.best().toString(),
            problem.trainAccuracy(summary.best()),
            test.isPresent() ? test.getAsDouble() : null),
        Arrays.stream(losses.minimumIndices())
            .limit(MOST_TIES)
            .mapToObj(i -> losses.network(i).toString())
            .toList(),
        summary.ties(),
        summary.median(),
        summary.nearMinimum(),
        summary.firstLoss(),
        summary.quantiles());
  }

  /** The report for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "problem       %s, %d bits, %,d networks", problem, bits, count);
    line(text, "minimum       %.12f at %s", minimum.loss(), minimum.bits());
    line(text, "accuracy      %s", TrainingText.accuracies(minimum));
    if (tieCount > 1) {
      line(text, "ties          %,d networks: %s", tieCount, String.join(" ", ties));
    }
    line(text, "first loss    %.12f (all bits 0)", firstLoss);
    line(text, "near minimum  %,d networks within 1 %%", nearMinimum);
    for (EnumerationSummary.Quantile quantile : quantiles) {
      line(text, "%12s  %.6f", percent(quantile.share()), quantile.loss());
    }
    return text.toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4g %%", 100 * share).replaceAll("\\.?0+ ", " ");
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}

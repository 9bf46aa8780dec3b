package io.qhyper.report.page;

import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.Section;
import io.qhyper.report.DeviationReport;
import io.qhyper.report.NetworkShare;
import io.qhyper.report.PairReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a page tells of two samples.
 *
 * @param id before the names of its sections
 * @param name of the two
 */
record PairSections(String id, String name, PairReport pair) {
  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    sections.add(bits());
    sections.add(correlations());
    sections.add(networks());
    if (!pair.gradients().isEmpty()) {
      sections.add(gradients());
    }
    return sections;
  }

  private String title(String what) {
    return what + ": " + name;
  }

  private Section bits() {
    double[][] points =
        pair.marginals().stream()
            .map(
                bit ->
                    new double[] {bit.bit(), bit.ones().difference(), bit.ones().standardError()})
            .toArray(double[][]::new);
    String largest =
        pair.marginals().stream()
            .max((a, b) -> Double.compare(strength(a.ones()), strength(b.ones())))
            .map(
                bit ->
                    String.format(
                        Locale.ROOT,
                        "Bit %d differs most, by %.4f ± %.4f.",
                        bit.bit(),
                        bit.ones().difference(),
                        bit.ones().standardError()))
            .orElse("");
    String text =
        "How much more often a classical bit is 1 in the first sample than in the second. "
            + largest
            + differences();
    return Section.of(
        id + "-bits",
        title("Bits"),
        text,
        new Chart(
            title("Difference of P(bit = 1)") + ". " + largest,
            Axis.linear("classical bit"),
            Axis.linear("difference of P(bit = 1)"),
            List.of(new Series("first minus second", Style.POINTS, points))));
  }

  private String differences() {
    return pair.differences().isEmpty()
        ? ""
        : " The samples were measured with different "
            + pair.differences().stream()
                .map(d -> "%s (%s, %s)".formatted(d.what(), d.first(), d.second()))
                .collect(Collectors.joining(", "))
            + ".";
  }

  private Section correlations() {
    return Section.of(
        id + "-correlations",
        title("Correlations"),
        "The pairs of bits whose covariances differ most.",
        new Section.Table(
            List.of("bits", "first", "second", "difference", "error", "in errors"),
            pair.correlations().stream()
                .map(bits -> row("%d, %d".formatted(bits.high(), bits.low()), bits.covariance()))
                .toList()));
  }

  private static List<Object> row(String name, DeviationReport value) {
    return Arrays.asList(
        name,
        value.first(),
        value.second(),
        value.difference(),
        value.standardError(),
        value.sigmas());
  }

  private static double strength(DeviationReport deviation) {
    return deviation.sigmas() == null ? 0 : Math.abs(deviation.sigmas());
  }

  private Section networks() {
    return Section.of(
        id + "-networks",
        title("Networks"),
        "How probable the best and the most frequent networks are, with 95 % intervals by Wilson.",
        new Section.Table(
            List.of("network", "loss", "first", "its interval", "second", "its interval"),
            pair.networks().stream()
                .map(
                    network ->
                        Arrays.<Object>asList(
                            network.bits()
                                + (Boolean.TRUE.equals(network.minimum())
                                    ? " (global minimum)"
                                    : ""),
                            network.loss(),
                            network.first().probability(),
                            interval(network.first()),
                            network.second().probability(),
                            interval(network.second())))
                .toList()));
  }

  private static String interval(NetworkShare.Share share) {
    return String.format(Locale.ROOT, "%.4f to %.4f", share.low(), share.high());
  }

  private Section gradients() {
    double[][] points =
        pair.gradients().stream()
            .filter(agreement -> agreement.cosine() != null)
            .map(
                agreement ->
                    new double[] {
                      agreement.iteration(), agreement.cosine(), agreement.standardError()
                    })
            .toArray(double[][]::new);
    return Section.of(
        id + "-gradients",
        title("Gradients"),
        "Cosine between the gradients that both measured at the same angles.",
        new Chart(
            title("Cosine similarity of gradients against iteration"),
            Axis.linear("iteration"),
            Axis.linear("cosine"),
            List.of(new Series("cosine", Style.POINTS, points))));
  }
}

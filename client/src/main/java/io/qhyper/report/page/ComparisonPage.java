package io.qhyper.report.page;

import io.qhyper.compare.MeasuredDistance;
import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.Page;
import io.qhyper.page.Section;
import io.qhyper.report.ComparisonReport;
import io.qhyper.report.PairReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The page of a comparison: each number beside what chance alone would show. */
public final class ComparisonPage {
  private static final double LEVEL = 0.05;

  private final ComparisonReport report;
  private final List<String> letters;
  private final List<String> pairNames;

  private ComparisonPage(ComparisonReport report) {
    this.report = report;
    this.letters =
        IntStream.range(0, report.samples().size()).mapToObj(ComparisonReport::letter).toList();
    this.pairNames = new ArrayList<>();
    for (int first = 0; first < letters.size(); first++) { // the order of the report's pairs
      for (int second = first + 1; second < letters.size(); second++) {
        pairNames.add(letters.get(first) + " and " + letters.get(second));
      }
    }
  }

  /**
   * The page.
   *
   * @param name short name, used for the files of saved charts
   * @param facts where the numbers come from, such as the command that repeats the comparison
   */
  public static Page of(String name, Map<String, String> facts, ComparisonReport report) {
    ComparisonPage page = new ComparisonPage(report);
    return new Page(
        name,
        "Comparison " + name,
        (report.problem() == null ? "Counts" : report.problem())
            + ": "
            + String.join(" · ", report.samples().stream().map(s -> s.name()).toList()),
        page.facts(),
        page.sections(facts));
  }

  private List<Page.Fact> facts() {
    return IntStream.range(0, pairNames.size())
        .mapToObj(
            i -> {
              double p = report.pairs().get(i).same().combined();
              return new Page.Fact(
                  pairNames.get(i),
                  (p <= LEVEL ? "told apart" : "may be the same source") + format(", p = %.3g", p));
            })
        .toList();
  }

  private List<Section> sections(Map<String, String> facts) {
    List<Section> sections = new ArrayList<>();
    sections.add(samples());
    if (report.samples().stream().allMatch(sample -> sample.loss() != null)) {
      sections.add(losses());
    }
    sections.add(
        distances("total-variation", "Total variation distance", PairReport::totalVariation));
    sections.add(distances("hellinger", "Hellinger distance", PairReport::hellinger));
    for (int i = 0; i < report.pairs().size(); i++) {
      sections.addAll(
          new PairSections("pair" + (i + 1), pairNames.get(i), report.pairs().get(i)).all());
    }
    sections.add(
        ProvenanceSections.of(
            "Intervals and tests come from "
                + format("%,d", report.repetitions())
                + " resamplings each.",
            facts));
    return sections;
  }

  private Section samples() {
    List<List<Object>> rows =
        IntStream.range(0, letters.size())
            .mapToObj(i -> row(letters.get(i), report.samples().get(i)))
            .toList();
    return Section.of(
        "samples",
        "Samples",
        "What was compared, with the fingerprints of the program, of its parameters and of its text"
            + " in native gates. Counts and E are as they were read, also those of runs that"
            + " correct their losses for readout errors (mitigation).",
        new Section.Table(
            List.of(
                "sample",
                "name",
                "backend",
                "shots",
                "E",
                "error",
                "mitigation",
                "noise scale",
                "program",
                "parameters",
                "compiled"),
            rows));
  }

  private static List<Object> row(String letter, ComparisonReport.Sample sample) {
    return Arrays.asList(
        letter,
        sample.name(),
        sample.backend(),
        sample.shots(),
        sample.loss(),
        sample.standardError(),
        sample.mitigation() == null ? "" : sample.mitigation(),
        sample.noise() == null
            ? ""
            : format("%.3f ± %.3f", sample.noise().scale(), sample.noise().standardError()),
        sample.program(),
        sample.parameters(),
        sample.compiled());
  }

  private Section losses() {
    double[][] points =
        IntStream.range(0, report.samples().size())
            .mapToObj(
                i ->
                    new double[] {
                      i, report.samples().get(i).loss(), report.samples().get(i).standardError()
                    })
            .toArray(double[][]::new);
    return Section.of(
        "losses",
        "Expected loss",
        "E of each sample with its standard error.",
        new Chart(
            "Expected loss of each sample: "
                + String.join(
                    ", ",
                    report.samples().stream()
                        .map(s -> format("%s %.6f ± %.6f", s.name(), s.loss(), s.standardError()))
                        .toList()),
            Axis.of("sample", letters),
            Axis.linear("loss"),
            List.of(new Series("E", Style.POINTS, points))));
  }

  private Section distances(
      String id, String title, Function<PairReport, MeasuredDistance> distance) {
    List<MeasuredDistance> all = report.pairs().stream().map(distance).toList();
    List<Series> series =
        List.of(
            points("between the samples", all, d -> new double[] {d.value()}),
            points("by chance, mean", all, d -> new double[] {d.chance().mean()}),
            points("by chance, 95 % are below", all, d -> new double[] {d.chance().high()}),
            points(
                "between the distributions, middle and half of the 95 % interval",
                all,
                d ->
                    new double[] {
                      (d.interval().low() + d.interval().high()) / 2,
                      (d.interval().high() - d.interval().low()) / 2
                    }));
    String summary =
        title
            + ": "
            + String.join(
                "; ",
                IntStream.range(0, all.size())
                    .mapToObj(
                        i ->
                            format(
                                "%s %.4f, chance %.4f",
                                pairNames.get(i), all.get(i).value(), all.get(i).chance().mean()))
                    .toList());
    return Section.of(
        id,
        title,
        "Two samples of one source are apart, too, because shots are few: that is the distance by"
            + " chance. The interval is that of the distributions behind the samples.",
        new Chart(summary, Axis.of("pair", pairNames), Axis.linear("distance"), series));
  }

  private static Series points(
      String name, List<MeasuredDistance> all, Function<MeasuredDistance, double[]> values) {
    double[][] points =
        IntStream.range(0, all.size())
            .mapToObj(
                i -> {
                  double[] y = values.apply(all.get(i));
                  double[] point = new double[y.length + 1];
                  point[0] = i;
                  System.arraycopy(y, 0, point, 1, y.length);
                  return point;
                })
            .toArray(double[][]::new);
    return new Series(name, Style.POINTS, points);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

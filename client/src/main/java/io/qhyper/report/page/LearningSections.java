package io.qhyper.report.page;

import io.qhyper.hybrid.Measurement;
import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.Section;
import io.qhyper.store.journal.Charges.Charge;
import io.qhyper.store.journal.TimedMeasurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/** How the loss came down, and what that took. */
final class LearningSections {
  private static final String ITERATION = "iteration";
  private static final String LOSS = "loss";

  private final RunRecord run;
  private final OptionalDouble minimum;

  LearningSections(RunRecord run, OptionalDouble minimum) {
    this.run = run;
    this.minimum = minimum;
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    add(
        sections,
        "loss",
        "Expected loss",
        "E(θ) at each step with its standard error. The points at the end are fresh shots at the"
            + " recommended angles.",
        Axis.linear(LOSS),
        losses());
    add(
        sections,
        "gradient",
        "Gradient",
        "Length of the measured gradient; shot noise keeps it from going to zero.",
        Axis.logarithmic("gradient norm"),
        byRestart("", Style.LINE, t -> !t.isConfirmation(), m -> point(m, m.gradientNorm())));
    spending(sections);
    return sections;
  }

  private static void add(
      List<Section> sections, String id, String title, String text, Axis y, List<Series> series) {
    if (!series.isEmpty()) {
      String summary = title + " against iteration: " + told(series);
      Chart chart = new Chart(summary, Axis.linear(ITERATION), y, series).zoomable();
      sections.add(Section.of(id, title, text, chart));
    }
  }

  private static String told(List<Series> series) {
    Series first = series.get(0);
    double[] begin = first.points()[0];
    double[] end = first.points()[first.points().length - 1];
    return String.format(
        Locale.ROOT,
        "%s goes from %.4g at %.0f to %.4g at %.0f; %d series in all.",
        first.name(),
        begin[1],
        begin[0],
        end[1],
        end[0],
        series.size());
  }

  private List<Series> losses() {
    List<Series> series = new ArrayList<>();
    series.addAll(byRestart("", Style.LINE, t -> !t.isConfirmation(), this::loss));
    series.addAll(byRestart(", fresh shots", Style.POINTS, t -> t.isConfirmation(), this::loss));
    if (run.restarts().size() == 1) {
      series.addAll(
          byRestart(", best network", Style.LINE, t -> true, m -> point(m, m.bestLoss())));
    }
    if (!series.isEmpty()) {
      minimum.ifPresent(value -> series.add(reference(value, lastIteration())));
    }
    return series;
  }

  private static Series reference(double value, double end) {
    return new Series("global minimum", Style.REFERENCE, new double[][] {{0, value}, {end, value}});
  }

  private double lastIteration() {
    return run.curve().stream().mapToLong(t -> t.measurement().iteration()).max().orElse(0);
  }

  private double[] loss(Measurement m) {
    return new double[] {m.iteration(), m.loss().mean(), m.loss().standardError()};
  }

  private static double[] point(Measurement m, double value) {
    return new double[] {m.iteration(), value};
  }

  private List<Series> byRestart(
      String name,
      Style style,
      Predicate<TimedMeasurement> which,
      Function<Measurement, double[]> point) {
    List<Series> series = new ArrayList<>();
    for (int restart : run.restarts()) {
      double[][] points =
          run.curve().stream()
              .filter(t -> t.measurement().restart() == restart)
              .filter(which)
              .map(t -> point.apply(t.measurement()))
              .filter(p -> Double.isFinite(p[1]))
              .toArray(double[][]::new);
      if (points.length > 0) {
        series.add(new Series("restart " + (restart + 1) + name, style, points));
      }
    }
    return series;
  }

  private void spending(List<Section> sections) {
    double[][] shots =
        run.curve().stream()
            .sorted(Comparator.comparingDouble(TimedMeasurement::seconds))
            .filter(t -> t.measurement().shots() > 0)
            .map(t -> new double[] {t.seconds(), t.measurement().shots()})
            .toArray(double[][]::new);
    if (shots.length > 0) {
      Chart chart =
          new Chart(
              String.format(
                  Locale.ROOT,
                  "%,.0f shots after %.1f seconds.",
                  shots[shots.length - 1][1],
                  shots[shots.length - 1][0]),
              Axis.linear("time (s)"),
              Axis.linear("shots"),
              List.of(new Series("shots", Style.LINE, shots)));
      sections.add(Section.of("shots", "Shots", "Shots spent by all restarts.", chart));
    }
    if (!run.charges().isEmpty()) {
      sections.add(charged(run.charges()));
    }
  }

  private static Section charged(List<Charge> charges) {
    double[][] points = new double[charges.size()][];
    double total = 0;
    for (int i = 0; i < points.length; i++) {
      total += charges.get(i).seconds();
      points[i] = new double[] {charges.get(i).job(), total};
    }
    Chart chart =
        new Chart(
            String.format(Locale.ROOT, "%.1f seconds charged for %d jobs.", total, points.length),
            Axis.linear("job"),
            Axis.linear("QPU time (s)"),
            List.of(new Series("charged", Style.LINE, points)));
    return Section.of("qpu", "QPU time", "Seconds that the service charged, added up.", chart);
  }
}

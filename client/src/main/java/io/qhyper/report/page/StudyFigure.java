package io.qhyper.report.page;

import io.qhyper.compare.Interval;
import io.qhyper.compare.Wilson;
import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A figure of a study: a quantity against a column, a series for each way to measure it.
 *
 * @param study of which study
 * @param quantity what is drawn
 * @param column the x axis
 * @param estimate what is made of the rows of one place
 * @param guide a reference beside each series
 */
record StudyFigure(
    String study,
    String quantity,
    String column,
    String title,
    String text,
    String yLabel,
    Estimate estimate,
    Guide guide) {
  private static final List<String> SERIES =
      List.of("problem", "ansatz", "layers", "estimator", "optimizer", "shots");
  private static final double WIDE = 8; // a range that a logarithmic axis shows better

  /** What is made of the rows of one place. */
  enum Estimate {
    /** The mean and its standard error. */
    MEAN,
    /** The part of ones and its Wilson interval. */
    PROPORTION
  }

  /** A reference line. */
  enum Guide {
    NONE,
    /** c/√x with the c that fits the logarithms of a series best. */
    INVERSE_ROOT
  }

  private String xLabel() {
    return switch (column) {
      case "shots" -> "shots of each circuit";
      case "noise_scale" -> "noise scale";
      case "total_shots" -> "shots spent by the training";
      case "qpu_seconds" -> "estimated QPU seconds";
      default -> column;
    };
  }

  boolean shows(StudyRow row) {
    return row.text("study").equals(study)
        && row.text("quantity").equals(quantity)
        && Double.isFinite(row.number("value"))
        && Double.isFinite(row.number(column));
  }

  /** The figure of rows that it shows, at least one. */
  Section section(String id, List<StudyRow> rows) {
    List<String> names =
        SERIES.stream()
            .filter(name -> !name.equals(column))
            .filter(name -> rows.stream().map(row -> row.text(name)).distinct().count() > 1)
            .toList();
    Map<String, List<StudyRow>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> names.isEmpty() ? yLabel : row.name(names),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Series> series = new ArrayList<>();
    groups.forEach((name, group) -> addSeries(series, name, points(group)));
    Axis y =
        guide == Guide.INVERSE_ROOT
            ? Axis.logarithmic(yLabel)
            : axis(yLabel, rows.stream().mapToDouble(row -> row.number("value")));
    Chart chart =
        new Chart(
            summary(series, rows),
            axis(xLabel(), rows.stream().mapToDouble(row -> row.number(column))),
            y,
            series);
    return Section.of(id, title, text, chart);
  }

  private void addSeries(List<Series> series, String name, double[][] points) {
    series.add(new Series(name, Style.LINE, points));
    if (guide == Guide.INVERSE_ROOT) {
      double scale = Math.exp(DoubleStream.of(logsOfProducts(points)).average().orElse(0));
      double[][] line = new double[points.length][];
      for (int i = 0; i < line.length; i++) {
        line[i] = new double[] {points[i][0], scale / Math.sqrt(points[i][0])};
      }
      series.add(new Series(name + ": falls as 1/√shots", Style.REFERENCE, line));
    }
  }

  private static double[] logsOfProducts(double[][] points) {
    return Arrays.stream(points)
        .filter(point -> point[1] > 0)
        .mapToDouble(point -> Math.log(point[1] * Math.sqrt(point[0])))
        .toArray();
  }

  private double[][] points(List<StudyRow> group) {
    Map<Double, List<StudyRow>> places = new TreeMap<>();
    for (StudyRow row : group) {
      places.computeIfAbsent(row.number(column), key -> new ArrayList<>()).add(row);
    }
    return places.entrySet().stream()
        .map(place -> point(place.getKey(), place.getValue()))
        .toArray(double[][]::new);
  }

  private double[] point(double place, List<StudyRow> rows) {
    double[] values = rows.stream().mapToDouble(row -> row.number("value")).toArray();
    int n = values.length;
    double mean = DoubleStream.of(values).average().orElseThrow();
    if (estimate == Estimate.PROPORTION) {
      Interval interval = Wilson.interval(Math.round(DoubleStream.of(values).sum()), n);
      double error = Math.sqrt(mean * (1 - mean) / n);
      return new double[] {place, mean, error, interval.low(), interval.high()};
    }
    if (n == 1) {
      return new double[] {place, mean, rows.get(0).number("standard_error")};
    }
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return new double[] {place, mean, Math.sqrt(squares / (n - 1) / n)};
  }

  private static Axis axis(String label, DoubleStream values) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(0);
    return low > 0 && high / low > WIDE ? Axis.logarithmic(label) : Axis.linear(label);
  }

  private String summary(List<Series> series, List<StudyRow> rows) {
    String lines =
        series.stream()
            .filter(one -> one.style() != Style.REFERENCE)
            .map(
                one -> {
                  double[] first = one.points()[0];
                  double[] last = one.points()[one.points().length - 1];
                  return String.format(
                      Locale.ROOT,
                      "%s from %.4g at %.4g to %.4g at %.4g",
                      one.name(),
                      first[1],
                      first[0],
                      last[1],
                      last[0]);
                })
            .collect(Collectors.joining("; "));
    return "%s against %s, %d measurements: %s.".formatted(yLabel, xLabel(), rows.size(), lines);
  }
}

package io.qhyper.report.page;

import io.qhyper.page.Chart;
import io.qhyper.page.Chart.Axis;
import io.qhyper.page.Chart.Series;
import io.qhyper.page.Chart.Style;
import io.qhyper.page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** One quantity of a study against what was varied most; what else was varied makes the series. */
final class QuantityChart {
  private static final List<String> NUMBERS =
      List.of("shots", "noise_scale", "layers", "total_shots");
  private static final List<String> GRID =
      List.of("problem", "ansatz", "layers", "shots", "estimator", "optimizer", "noise_scale");
  private static final double WIDE = 50; // a range that only a logarithmic axis shows well

  private final String quantity;
  private final List<Map<String, String>> rows;
  private final Optional<String> swept;

  QuantityChart(String quantity, List<Map<String, String>> rows) {
    this.quantity = quantity;
    this.rows = rows.stream().filter(row -> Double.isFinite(number(row, "value"))).toList();
    this.swept =
        NUMBERS.stream()
            .filter(this::isNumeric)
            .filter(column -> values(column).size() > 1)
            .filter(column -> !column.equals("total_shots") || variesOnlyInCost())
            .max(Comparator.comparingInt(column -> values(column).size()));
  }

  private boolean variesOnlyInCost() {
    return GRID.stream().filter(this::isNumeric).allMatch(column -> values(column).size() < 2);
  }

  private boolean isNumeric(String column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> Double.isFinite(number(row, column)));
  }

  private List<String> values(String column) {
    return rows.stream().map(row -> row.getOrDefault(column, "")).distinct().toList();
  }

  private static double number(Map<String, String> row, String column) {
    try {
      return Double.parseDouble(row.getOrDefault(column, ""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  Section section(String id) {
    if (rows.isEmpty()) {
      return Section.of(
          id,
          quantity,
          "No cell gave a number.",
          new Section.Table(List.of("quantity"), List.of(List.of(quantity))));
    }
    List<String> cells = values("cell");
    List<String> others =
        GRID.stream()
            .filter(column -> !swept.equals(Optional.of(column)) && values(column).size() > 1)
            .toList();
    Map<String, List<Map<String, String>>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> swept.isPresent() ? name(row, others) : quantity,
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Series> series = new ArrayList<>();
    groups.forEach(
        (name, group) ->
            series.add(
                new Series(
                    name, swept.isPresent() ? Style.LINE : Style.POINTS, points(group, cells))));
    Axis x =
        swept
            .map(column -> axis(column, group(rows, column)))
            .orElseGet(() -> Axis.of("cell", cells));
    Chart chart = new Chart(summary(series), x, axis(quantity, group(rows, "value")), series);
    return Section.of(id, quantity, text(), chart);
  }

  private String text() {
    return values("seed").size() > 1
        ? "Means over seeds; the bars are standard errors of these means."
        : "With standard errors where they were measured.";
  }

  private String summary(List<Series> series) {
    double[] values = group(rows, "value");
    return String.format(
        Locale.ROOT,
        "%s against %s: %d series of %d measurements from %.4g to %.4g.",
        quantity,
        swept.orElse("cell"),
        series.size(),
        rows.size(),
        DoubleStream.of(values).min().orElse(Double.NaN),
        DoubleStream.of(values).max().orElse(Double.NaN));
  }

  private static double[] group(List<Map<String, String>> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row, column)).toArray();
  }

  private static Axis axis(String name, double[] values) {
    double low = DoubleStream.of(values).min().orElse(0);
    double high = DoubleStream.of(values).max().orElse(0);
    return low > 0 && high / low >= WIDE ? Axis.logarithmic(name) : Axis.linear(name);
  }

  private String name(Map<String, String> row, List<String> columns) {
    return columns.isEmpty()
        ? quantity
        : columns.stream()
            .map(column -> column + " " + row.getOrDefault(column, ""))
            .collect(Collectors.joining(", "));
  }

  private double[][] points(List<Map<String, String>> group, List<String> cells) {
    Map<Double, List<Map<String, String>>> places = new TreeMap<>();
    for (Map<String, String> row : group) {
      double place =
          swept.map(column -> number(row, column)).orElse((double) cells.indexOf(row.get("cell")));
      places.computeIfAbsent(place, key -> new ArrayList<>()).add(row);
    }
    return places.entrySet().stream()
        .map(entry -> point(entry.getKey(), entry.getValue()))
        .toArray(double[][]::new);
  }

  /** A single measurement keeps its own error; several show theirs by their spread. */
  private static double[] point(double place, List<Map<String, String>> rows) {
    double[] values = group(rows, "value");
    double mean = DoubleStream.of(values).average().orElseThrow();
    if (values.length == 1) {
      return new double[] {place, mean, number(rows.get(0), "standard_error")};
    }
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return new double[] {place, mean, Math.sqrt(squares / (values.length - 1) / values.length)};
  }
}

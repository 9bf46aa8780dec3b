package io.qhyper.report.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One measurement in the table of a study. */
record StudyRow(Map<String, String> fields) {
  /** The text of a column; empty where the table lacks it. */
  String text(String column) {
    return fields.getOrDefault(column, "");
  }

  /** The number of a column; NaN where there is none. */
  double number(String column) {
    try {
      return Double.parseDouble(text(column));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Its values in some columns as a name; empty ones are left out, and what comes twice. */
  String name(List<String> columns) {
    return columns.stream()
        .filter(column -> !text(column).isEmpty())
        .map(this::named)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String named(String column) {
    return switch (column) {
      case "layers" -> "L = " + text(column);
      case "shots" -> text(column) + " shots";
      case "noise_scale" -> "noise x " + text(column);
      default -> text(column);
    };
  }
}

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

  /** Its values in some columns as a name; empty ones are left out. */
  String name(List<String> columns) {
    return columns.stream()
        .filter(column -> !text(column).isEmpty())
        .map(column -> column.equals("layers") ? "L = " + text(column) : text(column))
        .collect(Collectors.joining(", "));
  }
}

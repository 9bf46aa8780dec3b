package io.qhyper.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in columns, as wide as their longest entry. */
final class Table {
  private final List<String[]> lines = new ArrayList<>();

  Table(String... header) {
    lines.add(header);
  }

  /** Adds a line with as many entries as the header. */
  Table line(Object... entries) {
    lines.add(
        Arrays.stream(entries)
            .map(entry -> String.valueOf(entry).replaceAll("\\p{Cc}+", " "))
            .toArray(String[]::new));
    return this;
  }

  /** All lines, each with a line break. */
  String text() {
    int columns = lines.get(0).length;
    int[] widths = new int[columns];
    for (String[] line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        row.append(line[i]).append(" ".repeat(widths[i] - line[i].length() + 2));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}

package io.qhyper.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows as a table for people, in Markdown. */
public final class BenchTable {
  private static final String HEADER =
      """
      | task | circuit | N | L | threads | engine | median ms | min | max | × reference | runs | cold ms | bytes |
      |---|---|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|
      """;

  private BenchTable() {}

  /**
   * The table; the ratio is the median of the reference, which runs the logical text, over the
   * row's, both of this run.
   */
  public static String of(List<BenchRow> rows) {
    StringBuilder text = new StringBuilder(HEADER);
    for (BenchRow row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %s | %d | %s | %s | %s | %s | %s | %d | %s | %s |\n",
              row.task(),
              text(row),
              row.qubits(),
              row.layers() == 0 ? "" : row.layers(),
              row.threads(),
              row.engine(),
              digits(row.medianMs()),
              digits(row.minMs()),
              digits(row.maxMs()),
              reference(rows, row).map(other -> digits(other / row.medianMs())).orElse(""),
              row.repetitions(),
              digits(row.coldMs()),
              row.allocatedBytes() == null
                  ? ""
                  : String.format(Locale.ROOT, "%,d", row.allocatedBytes())));
    }
    if (rows.stream().anyMatch(row -> row.repetitions() < Timing.REPETITIONS)) {
      text.append("\nFewer than 7 runs where one takes over 2 s.\n");
    }
    return text.toString();
  }

  private static String text(BenchRow row) {
    if (row.circuit() == null) {
      return "";
    }
    return row.target() == null ? row.circuit() : row.circuit() + " on " + row.target();
  }

  private static Optional<Double> reference(List<BenchRow> rows, BenchRow row) {
    return rows.stream()
        .filter(other -> other.engine().equals("reference") && other.isSameWork(row))
        .map(BenchRow::medianMs)
        .findFirst();
  }

  /** Three significant digits, without an exponent. */
  private static String digits(double value) {
    int decimals = value <= 0 ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(value)));
    return String.format(Locale.ROOT, "%,." + Math.min(6, decimals) + "f", value);
  }
}

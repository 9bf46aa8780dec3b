package io.qhyper.cli;

import io.qhyper.compile.CircuitSize;
import io.qhyper.compile.CompileReport;
import io.qhyper.compile.CompiledCircuit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What {@code compile --json} prints.
 *
 * @param layout physical qubit of each qubit
 * @param layoutSource pinned, best_line, good_line, line_with_gaps or placed
 * @param successProbability by the device's calibration
 * @param successBound no line is better; null unless the layout is a line
 * @param unknownErrors gates whose error the device does not give
 * @param durationSeconds of one shot, without waiting for the next; null if unknown
 */
record CompileResult(
    String device,
    List<Integer> layout,
    List<Integer> finalLayout,
    String layoutSource,
    double successProbability,
    Double successBound,
    int unknownErrors,
    Double durationSeconds,
    int swaps,
    Size before,
    Size after,
    SortedMap<String, Integer> gates,
    List<String> parameters,
    String text) {

  /** How large a circuit is; depth without rz. */
  record Size(int depth, int twoQubitDepth, int twoQubitGates) {
    static Size of(CircuitSize size) {
      return new Size(size.depth(), size.twoQubitDepth(), size.twoQubitGates());
    }
  }

  static CompileResult of(String device, CompiledCircuit compiled, String text) {
    CompileReport report = compiled.report();
    return new CompileResult(
        device,
        compiled.layout(),
        compiled.finalLayout(),
        report.layoutSource().name().toLowerCase(Locale.ROOT),
        report.successProbability(),
        orNull(report.successBound()),
        report.unknownErrors(),
        orNull(report.durationSeconds()),
        report.swaps(),
        Size.of(report.before()),
        Size.of(report.after()),
        report.after().gates(),
        ExportResult.names(compiled.circuit().parameters()),
        text);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  /** For people; a line each. */
  String table() {
    StringBuilder table = new StringBuilder();
    line(table, "device", device);
    line(table, "layout", layout.stream().map(String::valueOf).collect(Collectors.joining(",")));
    line(table, "found as", layoutSource.replace('_', ' '));
    String bound =
        successBound == null
            ? ""
            : " (no line reaches more than %s)".formatted(percent(successBound));
    line(table, "success", percent(successProbability) + bound);
    if (unknownErrors > 0) {
      line(table, "", unknownErrors + " gates have no known error; the worst known counts");
    }
    line(
        table,
        "two-qubit",
        before.twoQubitGates()
            + " gates before, "
            + after.twoQubitGates()
            + " after, "
            + swaps
            + " swaps inserted");
    line(
        table, "depth", before.depth() + " before, " + after.depth() + " after (rz takes no time)");
    line(
        table,
        "gates",
        gates.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ")));
    line(
        table,
        "duration",
        durationSeconds == null
            ? "unknown"
            : String.format(Locale.ROOT, "%.3f us", durationSeconds * 1e6));
    line(table, "parameters", String.valueOf(parameters.size()));
    return table.toString();
  }

  private static void line(StringBuilder table, String name, String value) {
    table.append(String.format(Locale.ROOT, "%-11s %s\n", name, value));
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.4g %%", 100 * probability);
  }
}

package io.qhyper.report.page;

import io.qhyper.data.CsvTable;
import io.qhyper.page.Page;
import io.qhyper.page.Section;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of a study: its figures, and a chart for each quantity that has none. */
public final class StudyPage {
  private static final List<String> NEEDED =
      List.of("study", "cell", "quantity", "value", "standard_error");

  private StudyPage() {}

  /**
   * The page of the results in a tidy table, one row a measurement.
   *
   * @param name of the study's folder
   * @param facts where the numbers come from, such as the command; may be empty
   * @param results the file with the columns study, cell, problem, layers, ansatz, shots,
   *     estimator, optimizer, noise_scale, seed, quantity, value and standard_error; others are
   *     ignored, and those of the grid may be missing
   * @throws MalformedFileException if it is no such file
   * @throws IOException if it cannot be read
   */
  public static Page of(String name, Path results, Map<String, String> facts) throws IOException {
    CsvTable table = CsvTable.read(results);
    if (!table.header().containsAll(NEEDED)) {
      throw new MalformedFileException(
          results,
          "is no study's results: expected the columns "
              + String.join(", ", NEEDED)
              + ", got "
              + table.header());
    }
    Map<String, List<Map<String, String>>> quantities =
        table.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("quantity"), LinkedHashMap::new, Collectors.toList()));
    List<Section> sections = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    for (StudyFigure figure : StudyFigures.ALL) {
      List<StudyRow> rows = table.rows().stream().map(StudyRow::new).filter(figure::shows).toList();
      if (!rows.isEmpty()) {
        sections.add(figure.section("f" + sections.size(), rows));
        drawn.add(figure.quantity());
      }
    }
    quantities.forEach(
        (quantity, rows) -> {
          if (!drawn.contains(quantity)) {
            sections.add(new QuantityChart(quantity, rows).section("q" + sections.size()));
          }
        });
    if (!facts.isEmpty()) {
      sections.add(
          ProvenanceSections.of(
              "The table results.csv beside this page has every measurement.", facts));
    }
    String kind =
        table.rows().stream().map(row -> row.get("study")).distinct().sorted().toList().toString();
    return new Page(
        name,
        "Study " + name,
        "Kind of study: " + kind.substring(1, kind.length() - 1),
        List.of(
            new Page.Fact("measurements", "%,d".formatted(table.rows().size())),
            new Page.Fact("cells", "%,d".formatted(distinct(table, "cell"))),
            new Page.Fact("quantities", "%,d".formatted(quantities.size()))),
        sections);
  }

  private static long distinct(CsvTable table, String column) {
    return table.rows().stream().map(row -> row.get(column)).distinct().count();
  }
}

package io.qhyper.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.data.CsvTable;
import io.qhyper.hybrid.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole studies beside the paper's figures; minutes, so only {@code -Pstudies} runs them. */
@Tag("study")
class StudyNumbersTest {
  @TempDir private Path path;

  private List<Map<String, String>> run(StudyKind study, Map<GridKey, List<String>> given)
      throws IOException {
    Grid grid = Grid.of(study, given, 1);
    StudyFolder folder = StudyFolder.open(path.resolve(study.toString()), grid, "test");
    int threads = Runtime.getRuntime().availableProcessors();
    StudyOutcome outcome =
        new Study(
                grid,
                folder,
                StopSignal.NEVER,
                Clock.systemUTC(),
                (ended, failures, cell) -> {},
                threads)
            .run();
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.done()).isEqualTo(grid.size());
    return CsvTable.read(folder.path().resolve(StudyFolder.RESULTS)).rows();
  }

  private static double mean(
      List<Map<String, String>> rows, String quantity, String column, String value) {
    double mean =
        rows.stream()
            .filter(row -> row.get("quantity").equals(quantity) && row.get(column).equals(value))
            .mapToDouble(row -> Double.parseDouble(row.get("value")))
            .average()
            .orElseThrow();
    System.out.println(quantity + " at " + column + " " + value + ": mean " + mean);
    return mean;
  }

  /** The ranges are those of ten optima by the paper's authors; single optima may lie outside. */
  @Test
  void tenOptimaLoseUnderNoiseWhatThoseOfThePaperDo() throws IOException {
    Map<GridKey, List<String>> given = new EnumMap<>(GridKey.class);
    given.put(GridKey.NOISE_SCALE, List.of("0.2", "1", "2"));
    given.put(GridKey.OPTIMIZER_NAME, List.of("lbfgs"));
    given.put(GridKey.SEEDS, List.of("10"));

    List<Map<String, String>> rows = run(StudyKind.NOISE, given);

    assertThat(mean(rows, "final_loss", "noise_scale", "0.2")).isBetween(0.3314, 0.3337);
    assertThat(mean(rows, "final_loss", "noise_scale", "1.0")).isBetween(0.350, 0.361);
    assertThat(mean(rows, "final_loss", "noise_scale", "2.0")).isBetween(0.372, 0.394);
  }

  @Test
  void noExactTrainingEndsBelowTheEnumeratedMinimum() throws IOException {
    List<Map<String, String>> rows = run(StudyKind.DEPTH, Map.of());

    assertThat(rows)
        .filteredOn(row -> row.get("quantity").equals("distance_to_minimum"))
        .allSatisfy(row -> assertThat(Double.parseDouble(row.get("value"))).isGreaterThan(-1e-9));
  }
}

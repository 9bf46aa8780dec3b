package io.qhyper.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  private static List<Double> losses(List<Map<String, String>> rows, String scale) {
    return rows.stream()
        .filter(row -> row.get("noise_scale").equals(scale))
        .map(row -> Double.parseDouble(row.get("value")))
        .toList();
  }

  /** Those in the range of the ten optima of the paper's authors, or closer than three errors. */
  private static long inRange(List<Double> losses, double low, double high, double error) {
    return losses.stream()
        .filter(loss -> loss > low - 3 * error && loss < high + 3 * error)
        .count();
  }

  @Test
  void tenOptimaLoseUnderNoiseWhatThoseOfThePaperDo() throws IOException {
    double error = 1e-3;
    Map<GridKey, List<String>> given = new EnumMap<>(GridKey.class);
    given.put(GridKey.NOISE_SCALE, List.of("0", "0.2", "1", "2"));
    given.put(GridKey.OPTIMIZER_NAME, List.of("lbfgs"));
    given.put(GridKey.PRECISION, List.of("" + error));
    given.put(GridKey.SEEDS, List.of("10"));

    List<Map<String, String>> rows = run(StudyKind.NOISE, given);

    assertThat(losses(rows, "0.0"))
        .hasSize(10)
        .allSatisfy(loss -> assertThat(loss).isCloseTo(0.326852699, within(1e-5)));
    assertThat(mean(rows, "final_loss", "noise_scale", "0.2")).isCloseTo(0.332, within(0.006));
    assertThat(mean(rows, "final_loss", "noise_scale", "1.0")).isCloseTo(0.353, within(0.006));
    assertThat(mean(rows, "final_loss", "noise_scale", "2.0")).isCloseTo(0.379, within(0.006));
    // A single optimum may be more fragile than all ten of the authors.
    assertThat(inRange(losses(rows, "0.2"), 0.3314, 0.3337, error)).isGreaterThanOrEqualTo(9);
    assertThat(inRange(losses(rows, "1.0"), 0.350, 0.361, error)).isGreaterThanOrEqualTo(9);
    assertThat(inRange(losses(rows, "2.0"), 0.372, 0.394, error)).isGreaterThanOrEqualTo(9);
  }

  @Test
  void noExactTrainingEndsBelowTheEnumeratedMinimum() throws IOException {
    List<Map<String, String>> rows = run(StudyKind.DEPTH, Map.of());

    assertThat(rows)
        .filteredOn(row -> row.get("quantity").equals("distance_to_minimum"))
        .allSatisfy(row -> assertThat(Double.parseDouble(row.get("value"))).isGreaterThan(-1e-9));
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.data.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  private static final String SHOTS =
      "study shots --problem gaussians-1 --layers 1,2 --shots 8,32 --seeds 2 --estimator"
          + " shift,spsa";

  @TempDir private Path folder;
  private final RecordingConsole console = RecordingConsole.plain();

  private int run(String options, String out) {
    String[] words = (options + " --out " + folder.resolve(out)).split(" ", -1);
    return console.run(words);
  }

  private List<Map<String, String>> rows(String out) throws IOException {
    return CsvTable.read(folder.resolve(out).resolve("results.csv")).rows();
  }

  private String results(String out) throws IOException {
    return Files.readString(folder.resolve(out).resolve("results.csv"));
  }

  @Test
  void everyCombinationIsACellAndThreadsChangeNothing() throws IOException {
    assertThat(run(SHOTS + " --threads 1", "one")).as(console.err()).isZero();
    assertThat(run(SHOTS + " --threads 3", "three")).isZero();

    assertThat(rows("one").stream().map(row -> row.get("cell")).distinct()).hasSize(16);
    assertThat(results("three")).isEqualTo(results("one"));
    assertThat(folder.resolve("one/report.html")).content().contains("1/√shots");
  }

  @Test
  void goesOnWithTheCellsThatAreMissing() throws IOException {
    run(SHOTS, "study");
    String whole = results("study");
    List<Path> cells;
    try (Stream<Path> files = Files.list(folder.resolve("study/cells"))) {
      cells = files.sorted().toList();
    }
    for (Path cell : cells.subList(0, 5)) {
      Files.delete(cell);
    }

    assertThat(run(SHOTS + " --json", "study")).isZero();

    assertThat(console.out()).contains("\"kept\" : 11", "\"done\" : 16");
    assertThat(results("study")).isEqualTo(whole);
  }

  @Test
  void aStopLeavesOutWhatIsMissing() throws IOException {
    console.session().stop().request();

    assertThat(run(SHOTS, "study")).isEqualTo(ExitCode.INTERRUPTED);

    assertThat(rows("study")).isEmpty();
    assertThat(console.err()).contains("repeat the command to go on");
  }

  @Test
  void anotherGridIsRefused() {
    run(SHOTS + " --threads 2", "study");

    assertThat(run(SHOTS + " --coordinates 3", "study")).isEqualTo(ExitCode.FAILURE);

    assertThat(console.err()).contains("holds another grid");
  }

  @Test
  void aFailedCellDoesNotStopTheOthers() throws IOException {
    int code =
        run(
            "study optimizer --problem gaussians-1 --layers 1 --total-shots 4097,5000 --shots 8"
                + " --optimizer spsa --seeds 1",
            "study");

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(folder.resolve("study/failed.csv")).content().contains("buy no step");
    assertThat(rows("study"))
        .filteredOn(row -> row.get("quantity").equals("final_loss"))
        .singleElement()
        .satisfies(
            row -> {
              // 56 steps of 2 circuits and the confirmation are 57 jobs
              assertThat(row.get("total_shots")).isEqualTo("" + (56 * 16 + 4096));
              assertThat(Double.parseDouble(row.get("qpu_seconds")))
                  .isEqualTo(2 * 57 + (56 * 16 + 4096) * 350e-6);
            });
  }

  @Test
  void aFileSaysTheSameAsOptions() throws IOException {
    Path file = folder.resolve("grid.yaml");
    Files.writeString(
        file,
        """
        study: shots
        problem: gaussians-1
        layers: [1, 2]
        shots: [8, 32]
        seeds: 2
        estimator: [shift, spsa]
        """);

    assertThat(run("study shots --file " + file, "file")).as(console.err()).isZero();
    run(SHOTS, "options");

    assertThat(results("file")).isEqualTo(results("options"));
  }

  @Test
  void unknownKeysAreRefusedWithThoseThereAre() throws IOException {
    Path file = folder.resolve("grid.yaml");
    Files.writeString(file, "layer: [1, 2]\n");

    assertThat(run("study depth --file " + file, "study")).isEqualTo(ExitCode.FAILURE);

    assertThat(console.err())
        .contains("grid.yaml", "unknown key 'layer'", "known are study, problem, layers")
        .hasLineCount(1);
    assertThat(folder.resolve("study")).doesNotExist();
  }

  @Test
  void tooManyLayersAreRefused() {
    assertThat(run("study depth --layers 2,9999999", "study")).isEqualTo(ExitCode.FAILURE);

    assertThat(console.err()).contains("layers must be at most 1000, got 9999999").hasLineCount(1);
    assertThat(folder.resolve("study")).doesNotExist();
  }

  @Test
  void tooManyCellsAreRefusedBeforeTheyAreMade() {
    String layers =
        IntStream.rangeClosed(0, 1000).mapToObj(i -> "" + i).collect(Collectors.joining(","));

    assertThat(run("study depth --seeds 100000 --layers " + layers, "study"))
        .isEqualTo(ExitCode.FAILURE);

    assertThat(console.err())
        .contains("the grid has 100100000 cells, at most 100000")
        .hasLineCount(1);
    assertThat(folder.resolve("study")).doesNotExist();
  }

  @Test
  void theProductStateIsNamedByItsLayers() {
    assertThat(run("study depth --ansatz product", "study")).isEqualTo(ExitCode.FAILURE);

    assertThat(console.err()).contains("ansatz must be one of brickwork, real-amplitudes");
  }

  @Test
  void theBestOfMoreRestartsIsNoWorse() throws IOException {
    String one =
        "study noise --problem gaussians-1 --layers 1 --optimizer lbfgs --noise-scale 0 --seeds 4"
            + " --restarts ";
    assertThat(run(one + 1, "one")).as(console.err()).isZero();
    assertThat(run(one + 3, "three")).isZero();

    List<Double> single = losses("one");
    List<Double> best = losses("three");
    for (int i = 0; i < single.size(); i++) {
      assertThat(best.get(i)).isLessThanOrEqualTo(single.get(i));
    }
    assertThat(best).isNotEqualTo(single);
    assertThat(folder.resolve("three/report.html")).content().contains("--restarts 3", "--seed 1");
  }

  private List<Double> losses(String out) throws IOException {
    return rows(out).stream().map(row -> Double.parseDouble(row.get("value"))).toList();
  }

  @Test
  void optionsOfOtherStudiesAreRefused() {
    assertThat(run("study depth --shots 8", "study")).isEqualTo(ExitCode.FAILURE);

    assertThat(console.err()).contains("shots does not belong to study depth, which has problem");
  }
}

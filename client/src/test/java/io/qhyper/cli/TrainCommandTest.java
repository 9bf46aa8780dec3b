package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
  private static final String SMALL =
      "--problem gaussians --hidden 2 --layers 1 --iterations 3 --shots 4 --loss-shots 4"
          + " --confirm-shots 16";

  private static final String EXACT =
      "--problem gaussians --hidden 2 --layers 1 --gradient exact --iterations 5 --restarts 2";

  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  private int train(String options) {
    return recording.run(("train " + options).split(" "));
  }

  private Path run(String name) {
    return folder.resolve(name);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  /** The metrics without the last column, seconds. */
  private static List<String> metrics(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("metrics.csv"))) {
      return lines.map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }
  }

  private static List<String> keys(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void writesACompleteRunFolder() throws IOException {
    int code = train(SMALL + " --run " + run("a"));

    assertThat(code).as(recording.err()).isZero();
    try (Stream<Path> files = Files.list(run("a"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "config.yaml",
              "journal.db",
              "metrics.csv",
              "model.json",
              "circuit.qasm",
              "parameters.json",
              "report.html");
    }
    JsonNode parameters = json(Files.readString(run("a").resolve("parameters.json")));
    assertThat(List.of("start", "best", "final"))
        .allSatisfy(entry -> assertThat(parameters.get(entry)).hasSize(20));
    assertThat(metrics(run("a"))).hasSize(1 + 3 + 1);
    assertThat(recording.out()).contains("E = ", "entangling gates", "best network");
  }

  @Test
  void jsonHasThePromisedKeys() throws IOException {
    train(SMALL + " --json --run " + run("a"));

    JsonNode report = json(recording.out());
    assertThat(keys(report))
        .contains(
            "run",
            "iterations",
            "circuits",
            "shots",
            "seconds",
            "expected_loss",
            "standard_error",
            "best",
            "restarts");
    assertThat(keys(report.get("best")))
        .containsExactly("loss", "bits", "train_accuracy", "test_accuracy");
    assertThat(report.get("best").get("bits").asText()).matches("[01]{10}");
    assertThat(report.get("iterations").asLong()).isEqualTo(3);
    long live = report.get("live_parameters").asLong();
    long compared = report.get("circuits").asLong() - 3 * (2 * live + 1) - 1;
    assertThat(compared).isIn(0L, 2L);
    assertThat(report.get("shots").asLong())
        .isEqualTo(3 * (2 * live + 1) * 4 + (1 + compared) * 16);
  }

  @Test
  void aStepByCoordinatesRunsTwoRowsForEach() throws IOException {
    train(
        SMALL + " --gradient coordinate --coordinates 3 --objective mean --json --run " + run("a"));

    JsonNode report = json(recording.out());
    // Three steps, the loss before the first one, perhaps the comparison, and the confirmation.
    long compared = report.get("circuits").asLong() - 3 * 6 - 1 - 1;
    assertThat(compared).isIn(0L, 2L);
    assertThat(report.get("shots").asLong()).isEqualTo((3 * 6 + 1) * 4 + (1 + compared) * 16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--coordinates 3 | --coordinates belongs to --gradient coordinate",
        "--gradient coordinate --coordinates 0 | coordinates must be at least 1, got 0",
        "--gradient coordinate --coordinates 11 | 1 to 10 coordinates",
        "--gradient coordinate --tolerance 0.1 | does not measure the whole gradient",
        "--gradient coordinate --optimizer spsa | --optimizer spsa takes no gradient",
        "--gradient coordinate --optimizer lbfgs | --optimizer lbfgs needs exact gradients"
      })
  void coordinatesThatDoNotFitAreRefused(String options, String message) {
    int code = train(SMALL + " " + options + " --run " + run("a"));

    assertThat(code).isNotZero();
    assertThat(recording.err()).contains(message);
    assertThat(run("a")).doesNotExist();
  }

  @Test
  void exactJsonHasEveryRestart() throws IOException {
    train(EXACT + " --json --run " + run("a"));

    JsonNode report = json(recording.out());
    assertThat(report.get("restarts")).hasSize(2);
    double lowest =
        Math.min(
            report.get("restarts").get(0).get("expected_loss").asDouble(),
            report.get("restarts").get(1).get("expected_loss").asDouble());
    assertThat(report.get("expected_loss").asDouble()).isEqualTo(lowest);
    assertThat(report.get("standard_error").asDouble()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SMALL,
        EXACT,
        SMALL + " --gradient coordinate --coordinates 3",
        SMALL + " --optimizer spsa --restarts 2"
      })
  void writtenConfigRepeatsTheRun(String options) throws IOException {
    train(options + " --seed 5 --run " + run("a"));

    int code =
        train("--threads 1 --config " + run("a").resolve("config.yaml") + " --run " + run("b"));

    assertThat(code).as(recording.err()).isZero();
    assertThat(metrics(run("b"))).isEqualTo(metrics(run("a"))).hasSizeGreaterThan(2);
    for (String file : List.of("parameters.json", "model.json", "circuit.qasm")) {
      assertThat(run("b").resolve(file)).hasSameTextualContentAs(run("a").resolve(file));
    }
    assertThat(options(run("b"))).isEqualTo(options(run("a")));
  }

  private static String options(Path run) throws IOException {
    return Files.readString(run.resolve("config.yaml")).replaceAll("(?s)^.*?\noptions:", "");
  }

  @Test
  void explicitOptionsComeBeforeTheConfig() throws IOException {
    train(SMALL + " --run " + run("a"));

    train("--iterations 1 --config=" + run("a").resolve("config.yaml") + " --run " + run("b"));

    assertThat(metrics(run("b"))).hasSize(1 + 1 + 1);
    assertThat(metrics(run("b")).get(1)).isEqualTo(metrics(run("a")).get(1));
  }

  @Test
  void anExistingRunIsNeverOverwritten() throws IOException {
    train(SMALL + " --run " + run("a"));
    String before = Files.readString(run("a").resolve("metrics.csv"));

    int code = train(SMALL + " --seed 2 --run " + run("a"));

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("never overwritten").hasLineCount(1);
    assertThat(run("a").resolve("metrics.csv")).hasContent(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "options: {no-such-option: 1}",
        "options: {output: /tmp/elsewhere}",
        "options: {run: elsewhere}",
        "options: {help: true}",
        "options: {iterations: {a: b}}",
        "options: [1, 2]",
        "options: 7",
        "options:",
        "",
        "just text",
        "- a\n- b",
        "{",
        "options: !!javax.script.ScriptEngineManager [x]",
        "a: &a [x,x]\nb: &b [*a,*a]\noptions: *b",
        "unknown: 1\noptions: {}",
        "options: {iterations: many}",
        "options: {iterations: 1, iterations: 2}",
      })
  void hostileConfigIsRefusedInOneLine(String text) throws IOException {
    Path config = Files.writeString(folder.resolve("config.yaml"), text);

    int code = train("--config " + config + " --run " + run("a"));

    assertThat(code).isIn(1, 2);
    assertThat(recording.err()).hasLineCount(1).doesNotContain("this is a bug");
    assertThat(run("a")).doesNotExist();
  }

  @Test
  void deepOrLargeOrBinaryConfigIsRefused() throws IOException {
    Path deep = Files.writeString(folder.resolve("deep"), "options: " + "[".repeat(100_000));
    Path large = Files.writeString(folder.resolve("large"), "#".repeat(2 << 20));
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1});
    for (Path config : List.of(deep, large, binary, folder, folder.resolve("missing"))) {
      RecordingConsole own = RecordingConsole.plain();

      assertThat(own.run("train", "--config", config.toString())).as("%s", config).isEqualTo(1);
      assertThat(own.err()).hasLineCount(1).doesNotContain("this is a bug");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "~", "yes", "1_000", "a: b", "#x", "12:30", "é ü", "'", "- x"})
  void strangeNamesSurviveTheConfig(String label) throws IOException {
    Path data = folder.resolve("train.csv");
    Files.writeString(data, "x," + label + "\n0.5,1\n-0.5,0\n");
    List<String> common = List.of("--iterations", "0", "--confirm-shots", "4", "--layers", "1");
    String[] first =
        Stream.of(
                List.of("train", "--problem", "csv", "--data", data.toString(), "--label", label),
                common,
                List.of("--run", run("a").toString()))
            .flatMap(List::stream)
            .toArray(String[]::new);

    assertThat(recording.run(first)).as(recording.err()).isZero();
    assertThat(train("--config " + run("a").resolve("config.yaml") + " --run " + run("b")))
        .as(recording.err())
        .isZero();
    assertThat(metrics(run("b"))).isEqualTo(metrics(run("a")));
  }

  @Test
  void withoutATestSetItsAccuracyIsNull() throws IOException {
    Path data = folder.resolve("train.csv");
    Files.writeString(data, "x,label\n0.5,1\n-0.5,0\n");

    train("--problem csv --data " + data + " --iterations 1 --layers 1 --json --run " + run("a"));

    JsonNode best = json(recording.out()).get("best");
    assertThat(best.get("test_accuracy").isNull()).isTrue();
    assertThat(best.get("train_accuracy").isNumber()).isTrue();
  }

  @Test
  void startsFromGivenAngles() throws IOException {
    train(SMALL + " --run " + run("a"));
    Path parameters = run("a").resolve("parameters.json");

    train(SMALL + " --params " + parameters + " --params-entry final --run " + run("b"));

    assertThat(json(Files.readString(run("b").resolve("parameters.json"))).get("start"))
        .isEqualTo(json(Files.readString(parameters)).get("final"));
  }

  @Test
  void aStopLeavesAReadableRunFolder() throws IOException {
    recording.session().stop().request();

    int code = train(SMALL + " --json --run " + run("a"));

    assertThat(code).isEqualTo(130);
    JsonNode report = json(recording.out());
    assertThat(report.get("stopped").asBoolean()).isTrue();
    assertThat(report.get("expected_loss").isNull()).isTrue();
    assertThat(report.get("best").isNull()).isTrue();
    assertThat(json(Files.readString(run("a").resolve("parameters.json"))).get("best")).hasSize(20);
    assertThat(metrics(run("a"))).hasSize(1);
  }

  @Test
  void numbersDoNotDependOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      train(SMALL + " --run " + run("a"));
      String english = recording.out();
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      RecordingConsole own = RecordingConsole.plain();

      own.run((("train " + SMALL) + " --run " + run("b")).split(" "));

      assertThat(own.out()).isEqualTo(english.replace(run("a").toString(), run("b").toString()));
      assertThat(run("b").resolve("metrics.csv"))
          .hasSameTextualContentAs(run("a").resolve("metrics.csv"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--optimizer lbfgs | add --gradient exact",
        "--optimizer spsa --gradient exact | drop --gradient exact",
        "--momentum 0.5 | --momentum belongs to --optimizer sgd",
        "--spsa-average 2 | belongs to --optimizer spsa",
        "--spsa-perturbation 2 --optimizer sgd | belongs to --optimizer spsa",
        "--gradient exact --shots 5 | do not apply to --gradient exact",
        "--gradient exact --learning-rate 1 | --learning-rate does not apply",
        "--gradient exact --patience 3 | --patience does not apply",
        "--learning-rate NaN | NaN",
        "--learning-rate -1 | -1",
        "--tolerance NaN | NaN",
        "--iterations -1 | got -1",
        "--shots 1 | got 1",
        "--loss-shots 1 | got 1",
        "--loss-every -1 | got -1",
        "--confirm-shots 0 | got 0",
        "--restarts 0 | got 0",
        "--patience -1 | got -1",
        "--max-seconds -1 | got -1",
        "--max-seconds NaN | got NaN",
        "--init-spread NaN | got NaN",
        "--init nowhere | 'nowhere'",
        "--backend cloud | got 'cloud'",
        "--threads 0 | got 0",
        "--digits 3 | --digits needs two digits",
        "--digits 3,3 | got 3,3",
        "--digits 3,x | 'x'",
        "--hidden 2 --encoding m3p1 | --encoding belongs to",
        "--width search | --width belongs to",
        "--activation relu | --activation belongs to",
        "--neuron-price 1 | --neuron-price belongs to",
        "--encoding m9p9 | m9p9",
        "--problem gaussians --digits 0,1 | --digits belongs to --problem mnist",
        "--problem gaussians --hidden 0 | 0",
        "--problem gaussians --activation tanh | tanh",
        "--problem gaussians --width none | none",
        "--problem gaussians --neuron-price NaN | NaN",
        "--problem csv | needs --data FILE",
        "--data x.csv | --data belongs to --problem csv",
        "--data-seed 3 | --data-seed belongs to --problem gaussians",
        "--test x.csv | --test belongs to --problem csv",
        "--label y | --label belongs to --problem csv",
        "--problem gaussians --mnist-dir x | --mnist-dir belongs to --problem mnist",
        "--problem iris | 'iris'",
      })
  void whatDoesNotFitIsRefusedBeforeAFolderIsMade(String options, String message) {
    int code = train(options + " --run " + run("a"));

    assertThat(code).isIn(1, 2);
    assertThat(recording.err()).contains(message).hasLineCount(1).doesNotContain("this is a bug");
    assertThat(recording.out()).isEmpty();
    assertThat(run("a")).doesNotExist();
  }
}

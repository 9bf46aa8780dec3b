package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code problems}, {@code enumerate} and {@code evaluate} on a problem of 10 bits. */
class ProblemCommandsTest {
  private static final String SMALL = " --problem gaussians --hidden 2 ";

  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  private int run(String line) {
    return recording.run(line.strip().split(" +"));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(recording.out());
  }

  private Path superposition(int parameters) throws IOException {
    List<String> angles = Collections.nCopies(10, String.valueOf(Math.PI / 2));
    String rest = " 0".repeat(parameters - 10);
    return Files.writeString(folder.resolve("theta.txt"), String.join(" ", angles) + rest);
  }

  @Test
  void listOfProblemsShowsEveryKind() throws IOException {
    run("problems");
    for (ProblemKind kind : ProblemKind.values()) {
      assertThat(recording.out()).contains(kind + " ");
    }

    RecordingConsole own = RecordingConsole.plain();
    own.run("problems", "--json");
    assertThat(new ObjectMapper().readTree(own.out())).hasSize(ProblemKind.values().length);
  }

  @Test
  void describesAProblemBitByBit() throws IOException {
    run("problems --json" + SMALL);

    assertThat(json().get("bits").asInt()).isEqualTo(10);
    assertThat(json().get("layout")).hasSize(10);
    assertThat(json().get("train").get("count").asInt())
        .isEqualTo(
            json().get("train").get("class0").asInt() + json().get("train").get("class1").asInt());
  }

  @Test
  void textOfAProblemHasUnixLineBreaks() {
    run("problems" + SMALL);

    assertThat(recording.out()).contains("10 bits\n").doesNotContain("\r");
  }

  @Test
  void enumerationHasThePromisedKeysAndTheFileAllLosses() throws IOException {
    Path csv = folder.resolve("losses.csv");
    Path raw = folder.resolve("losses.f64");

    assertThat(run("enumerate --json -o " + csv + SMALL)).isZero();
    JsonNode report = json();
    assertThat(RecordingConsole.plain().run(("enumerate -o " + raw + SMALL).strip().split(" +")))
        .isZero();

    List<String> lines = Files.readAllLines(csv);
    ByteBuffer doubles = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(lines).hasSize(1 + 1024).startsWith("index,bits,loss");
    assertThat(doubles.remaining()).isEqualTo(1024 * Double.BYTES);
    double minimum = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 1024; i++) {
      String[] cells = lines.get(1 + i).split(",", -1);
      double loss = doubles.getDouble();
      assertThat(cells[0]).isEqualTo(String.valueOf(i));
      assertThat(Integer.parseInt(cells[1], 2)).isEqualTo(i);
      assertThat(Double.parseDouble(cells[2])).isEqualTo(loss);
      minimum = Math.min(minimum, loss);
    }
    assertThat(report.get("bits").asInt()).isEqualTo(10);
    assertThat(report.get("count").asLong()).isEqualTo(1024);
    assertThat(report.get("first_loss").asDouble())
        .isEqualTo(Double.parseDouble(lines.get(1).split(",", -1)[2]));
    assertThat(report.get("minimum").get("loss").asDouble()).isEqualTo(minimum);
    assertThat(lines.get(1 + Integer.parseInt(report.get("minimum").get("bits").asText(), 2)))
        .endsWith("," + minimum);
  }

  @Test
  void enumerationIsToldInWords() {
    run("enumerate" + SMALL);

    assertThat(recording.out())
        .contains("gaussians, 10 bits, 1,024 networks\n", "minimum ", " at ", "first loss ", "% t")
        .containsPattern("\n +50 % +\\d\\.\\d{6}\n");
  }

  @Test
  void exactEvaluationOfTheSuperpositionIsTheMeanOfAllLosses() throws IOException {
    Path csv = folder.resolve("losses.csv");
    RecordingConsole.plain().run(("enumerate -o " + csv + SMALL).strip().split(" +"));
    double mean =
        Files.readAllLines(csv).stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
            .average()
            .orElseThrow();

    run("evaluate --json --top 3 --params " + superposition(40) + SMALL);

    JsonNode report = json();
    assertThat(report.get("expected_loss").asDouble()).isCloseTo(mean, within(1e-12));
    assertThat(report.get("standard_error").asDouble()).isZero();
    assertThat(report.get("parameters").asInt()).isEqualTo(40);
    assertThat(report.get("top")).hasSize(3);
    assertThat(report.get("top").get(0).get("bits").asText()).matches("[01]{10}");
    assertThat(report.get("top").get(0).get("probability").asDouble())
        .isCloseTo(1 / 1024.0, within(1e-12));
    assertThat(report.get("top").get(0).get("loss").isNumber()).isTrue();
  }

  @Test
  void evaluationByShotsAgreesWithTheExactOne() throws IOException {
    String line = "--json --params " + superposition(40) + SMALL;
    run("evaluate " + line);
    double exact = json().get("expected_loss").asDouble();
    RecordingConsole own = RecordingConsole.plain();

    own.run(("evaluate --shots 4000 --seed 3 " + line).strip().split(" +"));

    JsonNode report = new ObjectMapper().readTree(own.out());
    assertThat(report.get("shots").asLong()).isEqualTo(4000);
    assertThat(report.get("expected_loss").asDouble())
        .isCloseTo(exact, within(4 * report.get("standard_error").asDouble()));
  }

  @Test
  void oneShotHasNoErrorInTheReport() throws IOException {
    run("evaluate --shots 1 --json --params " + superposition(40) + SMALL);

    assertThat(json().get("standard_error").isNull()).isTrue();
    assertThat(json().get("top")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate | add --params FILE",
        "evaluate --params THETA --top -1 | got -1",
        "evaluate --params THETA --shots 0 | got 0",
        "evaluate --params THETA --layers 3 | has 40 parameters, but the circuit takes 60",
        "evaluate --params none.txt | none.txt",
        "enumerate --hidden 12 | 24 bits",
        "problems --activation tanh | tanh",
      })
  void badOptionIsRefusedInOneLine(String line, String message) throws IOException {
    String options = line.replace("THETA", superposition(40).toString());
    if (!options.contains("--hidden")) {
      options += " --hidden 2";
    }

    int code = run(options + " --problem gaussians");

    assertThat(code).isIn(1, 2);
    assertThat(recording.err()).contains(message).hasLineCount(1).doesNotContain("bug");
    assertThat(recording.out()).isEmpty();
  }
}

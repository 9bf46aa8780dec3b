package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  /** Writes 01 to a at any angle; b is 1 if theta is π. */
  private static final String PROGRAM =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] theta;
      input float[64] unused;
      qubit[3] q;
      bit[2] a;
      bit[1] b;
      x q[0];
      ry(theta) q[2];
      rz(unused) q[1];
      a[0] = measure q[0];
      a[1] = measure q[1];
      b[0] = measure q[2];
      """;

  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  private int run(String options) throws IOException {
    Path file = Files.writeString(folder.resolve("program.qasm"), PROGRAM);
    return recording.run(("run " + file + " " + options).strip().split(" "));
  }

  @Test
  void jsonHasTheCountsOfEveryRegister() throws IOException {
    int code = run("--set theta=pi --set unused=0 --shots 9 --json");

    assertThat(code).as(recording.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(recording.out());
    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"shots": 9, "noise": null, "registers": {
                      "a": {"width": 2, "counts": {"01": 9}},
                      "b": {"width": 1, "counts": {"1": 9}}}}
                    """));
  }

  @Test
  void explainNamesTheEngineAndWhyInsteadOfRunning() throws IOException {
    int code = run("--explain");

    assertThat(code).as(recording.err()).isZero();
    assertThat(recording.out())
        .startsWith("engine line: the fastest by the estimates")
        .containsPattern("reference +[0-9.e-]+ ms")
        .doesNotContain("shots");
  }

  @Test
  void explainJsonHasEveryCandidate() throws IOException {
    int code = run("--explain --json --engine reference");

    assertThat(code).as(recording.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(recording.out());
    assertThat(json.path("engine").asText()).isEqualTo("reference");
    assertThat(json.path("reason").asText()).isEqualTo("asked for by name");
    assertThat(json.path("candidates").findValuesAsText("engine")).contains("line", "reference");
    assertThat(json.path("candidates").get(0).path("milliseconds").asDouble()).isPositive();
  }

  @Test
  void anEngineThatCannotRunTheProgramIsRefusedInOneLine() throws IOException {
    int code = run("--set theta=0 --set unused=0 --engine reference --max-bond 4");

    assertThat(code).isNotZero();
    assertThat(recording.out()).isEmpty();
    assertThat(recording.err()).contains("engine reference cannot run").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "pi, 1",
    "-pi, 1",
    "+pi, 1",
    "π, 1",
    "2*pi, 0",
    "3*pi, 1",
    "-4*pi/4, 1",
    "0, 0",
    "0.0, 0",
    "3.141592653589793, 1",
    "2*pi/2, 1",
    "1e0*pi, 1",
    "4*pi/2, 0",
    "-.0e-3, 0",
    "+1e-12, 0",
  })
  void anglesAreNumbersOrMultiplesOfPi(String value, int bit) throws IOException {
    run("--set unused=0 --set theta=" + value + " --shots 20");

    assertThat(recording.out())
        .isEqualTo("a[2], 20 shots\n01  20\nb[1], 20 shots\n" + bit + "  20\n");
  }

  @Test
  void theSeedDecidesTheCounts() throws IOException {
    run("--set theta=1.5 --set unused=0 --seed 3");
    String first = recording.out();
    run("--set theta=1.5 --set unused=0 --seed 3 --threads 1");
    assertThat(recording.out()).isEqualTo(first + first);

    run("--set theta=1.5 --set unused=0 --seed 4");
    assertThat(recording.out().substring(2 * first.length())).isNotEqualTo(first);
  }

  @Test
  void parametersComeFromAFileInTheOrderOfDeclaration() throws IOException {
    Path values = Files.writeString(folder.resolve("values.txt"), "3.141592653589793, 0");

    run("--shots 5 --params " + values);

    assertThat(recording.out()).endsWith("b[1], 5 shots\n1  5\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | theta",
        "--set theta=1 | input unused has no value",
        "--set theta=1 --set unused=0 --set phi=1 | --set phi",
        "--set theta=x --set unused=0 | got 'x'",
        "--set theta=pi/0 --set unused=0 | got 'pi/0'",
        "--set theta=1f --set unused=0 | got '1f'",
        "--set theta=0x1p3 --set unused=0 | got '0x1p3'",
        "--set theta=--3*pi --set unused=0 | got '--3*pi'",
        "--set theta=NaN --set unused=0 | got 'NaN'",
        "--set theta=1e400 --set unused=0 | got '1e400'",
        "--set theta= --set unused=0 | got ''",
        "--set theta=1.2.3*pi --set unused=0 | got '1.2.3*pi'",
        "--set theta --set unused=0 | theta",
        "--shots 0 --set theta=0 --set unused=0 | got 0",
        "--shots -5 --set theta=0 --set unused=0 | got -5",
      })
  void badInputIsRefusedInOneLine(String options, String message) throws IOException {
    int code = run(options);

    assertThat(code).isIn(1, 2);
    assertThat(recording.err()).contains(message).hasLineCount(1).doesNotContain("bug");
    assertThat(recording.out()).isEmpty();
  }

  @Test
  void inputsFromBothSidesAreRefused() throws IOException {
    Path values = Files.writeString(folder.resolve("values.txt"), "1 2");

    int code = run("--set theta=1 --set unused=0 --params " + values);

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("not both").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPENQASM 3.0; qubit q; x q",
        "defcal x $0 {}",
        "OPENQASM 3.0; qubit q;",
        "\u0000"
      })
  void badProgramIsRefusedWithoutAStackTrace(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.qasm"), text);

    int code = recording.run("run", file.toString());

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).startsWith("qhyper: ").doesNotContain("bug", "\tat ");
    assertThat(recording.out()).isEmpty();
  }

  @Test
  void missingFileIsNamed() {
    int code = recording.run("run", folder.resolve("none.qasm").toString());

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("none.qasm").hasLineCount(1);
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
                    {"shots": 9, "noise": null, "truncation": null, "registers": {
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

  /** A GHZ state on more qubits than a state vector can hold. */
  private int wide(String options) throws IOException {
    StringBuilder text = new StringBuilder("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n");
    text.append("qubit[156] q;\nbit[156] c;\nry(pi/3) q[0];\n");
    for (int qubit = 0; qubit < 155; qubit++) {
      text.append("cx q[%d], q[%d];\n".formatted(qubit, qubit + 1));
    }
    Path file = Files.writeString(folder.resolve("wide.qasm"), text.append("c = measure q;\n"));
    return recording.run(("run " + file + " " + options).strip().split(" "));
  }

  @Test
  void aHundredAndFiftySixQubitsRunOnMatrixProducts() throws IOException {
    int code = wide("--engine mps --shots 4000 --json");

    assertThat(code).as(recording.err()).isZero();
    JsonNode counts = new ObjectMapper().readTree(recording.out()).at("/registers/c/counts");
    assertThat(counts).hasSize(2);
    // sin²(π/6) = 1/4 of 4,000 shots; six standard deviations of 27
    assertThat(counts.get("1".repeat(156)).asInt()).isBetween(1000 - 164, 1000 + 164);
  }

  @Test
  void topAndMarginalsAreExactAtAnyWidth() throws IOException {
    int code = wide("--engine mps --top 3 --marginals --json");

    assertThat(code).as(recording.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(recording.out());
    JsonNode register = json.at("/registers/c");
    assertThat(json.get("engine").asText()).isEqualTo("mps");
    assertThat(json.get("truncation").isNull()).isTrue();
    assertThat(register.get("top")).hasSize(2);
    assertThat(register.at("/top/0/bits").asText()).isEqualTo("0".repeat(156));
    assertThat(register.at("/top/0/probability").asDouble()).isCloseTo(0.75, within(1e-12));
    assertThat(register.get("proven").asBoolean()).isTrue();
    assertThat(register.at("/ones/155").asDouble()).isCloseTo(0.25, within(1e-12));
    assertThat(register.at("/both/0/155").asDouble()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void topAndMarginalsPrintALineEach() throws IOException {
    int code = run("--set theta=pi/3 --set unused=0 --top 2 --marginals --engine reference");

    assertThat(code).as(recording.err()).isZero();
    assertThat(recording.out())
        .contains("b[1], exact probabilities by engine reference\n0  0.750000000\n1  0.250000000\n")
        .contains("P(b[0] = 1)  0.250000000")
        .contains("Cov(a[0], a[1])  +0.000000000");
  }

  @Test
  void aLargestBondSaysWhatItCutOff() throws IOException {
    int code = wide("--engine mps --max-bond 1 --shots 10");

    assertThat(code).as(recording.err()).isZero();
    assertThat(recording.out())
        .contains("cut off at --max-bond: weight 0.250; no probability is off by more than 0.500");
  }

  @Test
  void topMustBePositive() throws IOException {
    assertThat(wide("--engine mps --top 0")).isEqualTo(1);
    assertThat(recording.err()).contains("--top must be at least 1, got 0");
  }
}

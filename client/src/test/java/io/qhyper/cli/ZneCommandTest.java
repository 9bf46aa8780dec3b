package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.target.MadeDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZneCommandTest {
  @TempDir private Path folder;
  private String evaluate;

  @BeforeEach
  void writeAngles() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(0.3 + 0.11 * i).append('\n');
    }
    Path angles = Files.writeString(folder.resolve("angles.txt"), text);
    evaluate = "evaluate --problem gaussians --hidden 2 --layers 2 --top 3 --params " + angles;
  }

  private static RecordingConsole run(String line) {
    RecordingConsole recording = RecordingConsole.plain();
    recording.run(line.split(" "));
    return recording;
  }

  private static JsonNode json(String line) throws IOException {
    RecordingConsole recording = run(line + " --json");
    assertThat(recording.out()).as(recording.err()).startsWith("{");
    return new ObjectMapper().readTree(recording.out());
  }

  @Test
  void listsEveryScaleAndEveryFit() throws IOException {
    String noisy = evaluate + " --noise depolarizing:p1=0,p2=0.02 --shots 500";

    JsonNode report = json(noisy + " --zne 1,3,5 --zne-fit richardson,linear");

    JsonNode scales = report.path("extrapolation").path("scales");
    assertThat(scales).hasSize(3);
    JsonNode unmitigated = json(noisy);
    assertThat(scales.path(0).path("loss")).isEqualTo(unmitigated.path("expected_loss"));
    assertThat(report.path("top")).isEqualTo(unmitigated.path("top"));
    // All nine CX: noise acts on those before the first rotation, too.
    for (int i = 0; i < 3; i++) {
      assertThat(scales.path(i).path("entangling_gates").asInt()).isEqualTo(9 * (2 * i + 1));
      assertThat(scales.path(i).path("scale").asDouble()).isEqualTo(2 * i + 1);
      assertThat(scales.path(i).path("standard_error").asDouble()).isPositive();
      assertThat(scales.path(i).path("shots").asInt()).isEqualTo(500);
    }
    JsonNode fits = report.path("extrapolation").path("fits");
    assertThat(fits.findValuesAsText("fit")).containsExactly("richardson", "linear");
    assertThat(report.path("expected_loss")).isEqualTo(fits.path(0).path("loss"));
    assertThat(report.path("standard_error")).isEqualTo(fits.path(0).path("standard_error"));
    assertThat(report.path("shots").asInt()).isEqualTo(1500);
    assertThat(unmitigated.path("extrapolation").isNull()).isTrue();
    assertThat(run(noisy + " --zne 1,2 --threads 1").out())
        .contains(
            "noise x 1 ",
            "noise x 2.111",
            "linear",
            "at no noise",
            "expected loss",
            "(1,000 shots)")
        .isEqualTo(run(noisy + " --zne 1,2 --threads 2").out());
  }

  @Test
  void foldsWhatIsCompiledForADeviceAndCorrectsReadings() throws IOException {
    Path device = new MadeDevice("ecr", 3, 9).writeTo(folder.resolve("device"));

    JsonNode report =
        json(
            evaluate
                + " --noise device:"
                + device
                + " --shots 200 --zne 1,3 --mitigation readout --calibration-shots 500");

    JsonNode scales = report.path("extrapolation").path("scales");
    int gates = scales.path(0).path("entangling_gates").asInt();
    // Four more CX in the first layer act on zeros and are left out.
    assertThat(gates).isEqualTo(5);
    assertThat(scales.path(1).path("entangling_gates").asInt()).isEqualTo(3 * gates);
    assertThat(report.path("mitigation").path("uncorrected_loss").asDouble()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--zne 1,3 | add --shots N",
        "--zne 1,3 --shots 1 | add --shots N",
        "--zne-fit linear --shots 10 | --zne-fit needs --zne",
        "--zne 3,1 --shots 10 | rising scales",
        "--zne 0.5,1 --shots 10 | rising scales",
        "--zne 1,1000 --shots 10 | rising scales",
        "--zne 1 --shots 10 | at least 2",
        "--zne 1,3 --zne-fit exponential --shots 10 | at least 3",
        "--zne 1,1.01 --shots 10 | further apart",
        "--zne 1,x --shots 10 | 'x'",
        "--zne 1,3 --layers 1 --shots 10 | nothing to fold"
      })
  void whatCannotBeExtrapolatedIsRefused(String options, String message) throws IOException {
    String line = evaluate;
    if (options.contains("--layers")) {
      Files.writeString(folder.resolve("angles.txt"), "0.1 ".repeat(20));
      line = evaluate.replace("--layers 2 ", "");
    }
    RecordingConsole refused = run(line + " " + options.trim());

    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains(message).doesNotContain("bug");
  }
}

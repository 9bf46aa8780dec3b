package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MitigationCommandsTest {
  private static final String PROBLEM = " --problem gaussians --layers 1";

  @TempDir private Path folder;
  private Path noise;
  private Path calibration;

  @BeforeEach
  void writeNoise() throws IOException {
    calibration = folder.resolve("calibration.json");
    noise =
        Files.writeString(
            folder.resolve("noise.yaml"),
            "description: misreading\nreadout: {everywhere: {1_given_0: 0.02, 0_given_1: 0.05}}\n");
  }

  private static JsonNode json(String command) throws IOException {
    RecordingConsole recording = RecordingConsole.plain();
    int code = recording.run((command + " --json").split(" "));
    assertThat(code).as(recording.err()).isZero();
    return new ObjectMapper().readTree(recording.out());
  }

  private static String trouble(String command) {
    RecordingConsole recording = RecordingConsole.plain();
    assertThat(recording.run(command.split(" "))).isNotZero();
    return recording.err();
  }

  @Test
  void correctsStoredCountsOfAProgram() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("ghz.qasm"),
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            qubit[2] q;
            bit[2] c;
            h q[0];
            cx q[0], q[1];
            c = measure q;
            """);
    Path counts = folder.resolve("counts.json");
    Files.writeString(
        counts, json("run " + program + " --shots 20000 --noise " + noise).toString());
    JsonNode measured =
        json(
            "calibrate "
                + program
                + " --method full --shots 20000 --noise "
                + noise
                + " --calibration "
                + calibration);

    JsonNode corrected = json("mitigate " + counts + " --calibration " + calibration);

    assertThat(measured.get("bits").get(1).get("zero_given_one").asDouble())
        .isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / 40_000)));
    JsonNode strings = corrected.get("circuits").get(0).get("quasi_probabilities");
    // Some 7 per cent of the shots are read as 01 or 10; corrected, none but by chance.
    assertThat(strings.get("01").get("count").asLong()).isGreaterThan(400);
    assertThat(strings.get("01").get("quasi_probability").asDouble()).isCloseTo(0, within(0.008));
    assertThat(strings.get("00").get("quasi_probability").asDouble()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void trainsWithACalibrationOfItsOwnAndKeepsIt() throws IOException {
    Path run = folder.resolve("run");
    JsonNode report =
        json(
            "train"
                + PROBLEM
                + " --iterations 2 --mitigation readout --calibration-shots 500 --noise "
                + noise
                + " --run "
                + run);

    assertThat(report.get("mitigation").get("calibration_shots").asLong()).isEqualTo(8 * 500);
    assertThat(report.get("mitigation").get("overhead").asDouble()).isGreaterThan(1);
    assertThat(run.resolve("calibration.json")).isRegularFile();

    JsonNode corrected =
        json("mitigate " + run + "#2 --calibration " + run.resolve("calibration.json"));
    assertThat(corrected.get("circuits")).isNotEmpty();
    for (JsonNode circuit : corrected.get("circuits")) {
      double sum = 0;
      for (JsonNode string : circuit.get("quasi_probabilities")) {
        sum += string.get("quasi_probability").asDouble();
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void twirledRunsAreCorrectedAndGoOnAfterAStop() throws IOException {
    String train =
        "train"
            + PROBLEM
            + " --iterations 2 --mitigation twirl --calibration-shots 500 --noise "
            + noise
            + " --run ";
    JsonNode whole = json(train + folder.resolve("whole"));
    RecordingConsole stopped = RecordingConsole.plain();
    stopped.session().stop().request();
    stopped.run((train + folder.resolve("stopped")).split(" "));
    JsonNode resumed = json("resume " + folder.resolve("stopped"));

    assertThat(whole.get("mitigation").get("calibration_method").asText()).isEqualTo("twirl");
    assertThat(whole.get("mitigation").get("calibration_shots").asLong()).isEqualTo(4 * 500);
    assertThat(resumed.get("expected_loss")).isEqualTo(whole.get("expected_loss"));

    String evaluate =
        "evaluate" + PROBLEM + " --params " + folder.resolve("whole").resolve("parameters.json");
    double exact = json(evaluate).get("expected_loss").asDouble();
    JsonNode corrected = json(evaluate + " --shots 40000 --mitigation twirl --noise " + noise);
    double error = corrected.get("standard_error").asDouble();
    assertThat(corrected.get("expected_loss").asDouble()).isCloseTo(exact, within(4 * error));
    assertThat(corrected.get("shots").asLong()).isEqualTo(40_000);
    double read = corrected.get("mitigation").get("uncorrected_loss").asDouble();
    assertThat(Math.abs(read - exact)).isGreaterThan(4 * error);
  }

  @Test
  void refusesWhatCannotBeTwirled() throws IOException {
    Path params = Files.writeString(folder.resolve("theta"), "0.1 ".repeat(28));
    json("calibrate" + PROBLEM + " --shots 100 --noise " + noise + " --calibration " + calibration);
    String twirl =
        " --mitigation twirl --problem gaussians --layers 1 --noise " + noise + " --shots ";

    assertThat(trouble("evaluate --params " + params + twirl + "10")).contains("multiple of it");
    assertThat(trouble("train" + twirl + "32 --loss-shots 30")).contains("--loss-shots");
    assertThat(trouble("evaluate --zne 1,3 --params " + params + twirl + "40"))
        .contains("--zne goes with --mitigation readout");
    assertThat(trouble("evaluate --params " + params + twirl + "40 --calibration " + calibration))
        .contains("calibrate with --method twirl");
  }

  @Test
  void refusesWhatHasNoUseOrDoesNotFit() throws IOException {
    json("calibrate" + PROBLEM + " --shots 100 --noise " + noise + " --calibration " + calibration);
    String zeros = "0 ".repeat(2000);
    Path params = Files.writeString(folder.resolve("theta"), zeros);

    assertThat(trouble("train" + PROBLEM + " --calibration " + calibration))
        .contains("--calibration needs --mitigation readout");
    assertThat(trouble("evaluate" + PROBLEM + " --mitigation readout --params " + params))
        .contains("add --shots N");
    assertThat(
            trouble("mitigate none.json --calibration-max-age soon --calibration " + calibration))
        .contains("--calibration-max-age must be a time");
    Files.writeString(
        calibration,
        Files.readString(calibration)
            .replaceFirst("\"measured_at\" : \"\\d+", "\"measured_at\" : \"1999"));
    assertThat(trouble("mitigate none.json --calibration " + calibration))
        .contains("calibrate anew, or raise --calibration-max-age");
  }
}

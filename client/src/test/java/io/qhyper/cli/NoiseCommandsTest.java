package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.target.MadeDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseCommandsTest {
  private static final String PAULI = "depolarizing:p1=0.01,p2=0.03";
  private static final List<String> SMALL =
      List.of("--problem", "gaussians", "--hidden", "2", "--layers", "2");

  @TempDir private Path folder;

  private JsonNode json(String... arguments) throws IOException {
    RecordingConsole recording = RecordingConsole.plain();
    List<String> all = new ArrayList<>(List.of(arguments));
    Collections.addAll(all, "--json", "--quiet");
    int code = recording.run(all.toArray(String[]::new));
    assertThat(code).as(recording.err()).isZero();
    return new ObjectMapper().readTree(recording.out());
  }

  private JsonNode small(String command, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(SMALL);
    Collections.addAll(all, arguments);
    return json(all.toArray(String[]::new));
  }

  private String angles() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(0.3 + 0.11 * i).append('\n');
    }
    return Files.writeString(folder.resolve("angles.txt"), text).toString();
  }

  private Path bell() throws IOException {
    return Files.writeString(
        folder.resolve("bell.qasm"),
        "OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; bit[2] c; h q[0]; cx q[0], q[1];"
            + " c = measure q;");
  }

  @Test
  void runNamesMethodAndConvention() throws IOException {
    JsonNode report = json("run", bell().toString(), "--noise", PAULI, "--shots", "4000");

    JsonNode noise = report.get("noise");
    assertThat(noise.get("model").asText())
        .contains("Pauli error probability p1 = 0.01, p2 = 0.03");
    assertThat(noise.get("method").asText()).isEqualTo("frames");
    assertThat(noise.get("noisy_gates").asInt()).isEqualTo(2);
    JsonNode counts = report.get("registers").get("c").get("counts");
    assertThat(counts.path("01").asInt() + counts.path("10").asInt()).isBetween(30, 150);
  }

  @Test
  void everyMethodGivesTheSameLossWithinItsError() throws IOException {
    String angles = angles();
    JsonNode exact =
        small("evaluate", "--params", angles, "--noise", PAULI, "--noise-method", "density");
    assertThat(exact.get("standard_error").asDouble()).isZero();
    assertThat(exact.get("top")).isNotEmpty();
    for (String method : List.of("frames", "trajectories")) {
      JsonNode averaged =
          small(
              "evaluate",
              "--params",
              angles,
              "--noise",
              PAULI,
              "--noise-method",
              method,
              "--precision",
              "0.002");
      double error = averaged.get("standard_error").asDouble();
      assertThat(error).isBetween(1e-9, 0.002);
      assertThat(averaged.get("samples").asLong()).isGreaterThan(100);
      assertThat(averaged.get("noise").get("method").asText()).isEqualTo(method);
      assertThat(averaged.get("expected_loss").asDouble())
          .isCloseTo(exact.get("expected_loss").asDouble(), within(5 * error));
      assertListed(averaged, exact.get("top").get(0));
    }
    assertThat(exact.get("top_shots").asLong()).isZero();
  }

  @Test
  void trainingUnderNoiseWithoutEffectLeavesNoFolder() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("none.yaml"),
            "{description: none, gates: [{gate: foo, channel: {depolarizing: {p: 0.01}}}]}");
    Path run = folder.resolve("refused");
    RecordingConsole recording = RecordingConsole.plain();

    int code =
        recording.run(
            ("train --problem gaussians --hidden 2 --layers 1 --iterations 1 --shots 8 --noise "
                    + file
                    + " --run "
                    + run)
                .split(" "));

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("touches no gate");
    assertThat(run).doesNotExist();
  }

  @Test
  void scaleZeroIsIdealWithEveryMethod() throws IOException {
    String angles = angles();
    JsonNode ideal = small("evaluate", "--params", angles);
    assertThat(ideal.get("noise").isNull()).isTrue();
    for (String method : List.of("auto", "density", "frames", "trajectories")) {
      JsonNode none =
          small(
              "evaluate",
              "--params",
              angles,
              "--noise",
              PAULI,
              "--noise-scale",
              "0",
              "--noise-method",
              method);

      assertThat(none.get("expected_loss").asDouble())
          .as(method)
          .isCloseTo(ideal.get("expected_loss").asDouble(), within(1e-12));
      assertThat(none.get("top")).as(method).isNotEmpty();
    }
  }

  /** The most probable network is listed with its part of the shots. */
  private static void assertListed(JsonNode averaged, JsonNode network) {
    long shots = averaged.get("top_shots").asLong();
    assertThat(shots).isEqualTo(Math.min(averaged.get("samples").asLong(), 8192));
    double probability = network.get("probability").asDouble();
    assertThat(averaged.get("top"))
        .filteredOn(top -> top.get("bits").equals(network.get("bits")))
        .singleElement()
        .satisfies(
            top ->
                assertThat(top.get("probability").asDouble())
                    .isCloseTo(
                        probability,
                        within(5 * Math.sqrt(probability * (1 - probability) / shots))));
  }

  @Test
  void trainsOnTheWholeAnsatzUnderNoise() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("noise.yaml"),
            "{description: from a file, gates: [{arity: 1, channel: {depolarizing: {p: 0.01}}},"
                + " {arity: 2, channel: {depolarizing: {p: 0.02}}}]}");
    Path run = folder.resolve("run");
    JsonNode report =
        small(
            "train",
            "--noise",
            file.toString(),
            "--iterations",
            "2",
            "--shots",
            "16",
            "--run",
            run.toString());

    // All gates of the ansatz: 9 CX and 40 rotations; dead ones cost no circuits.
    assertThat(report.get("noise").get("gates").asInt()).isEqualTo(9 + 40);
    assertThat(report.get("noise").get("model").asText()).isEqualTo("from a file");
    assertThat(report.get("live_parameters").asInt()).isLessThan(40);
    assertThat(Files.readString(run.resolve("circuit.qasm"))).contains("theta_39");
  }

  @Test
  void resumesWithTheNoiseThatTheRunBeganWith() throws IOException {
    Path file = folder.resolve("noise.yaml");
    Path whole = folder.resolve("whole");
    Path stopped = folder.resolve("stopped");
    List<String> options = new ArrayList<>(List.of("train"));
    options.addAll(SMALL);
    Collections.addAll(
        options, "--iterations", "3", "--shots", "16", "--quiet", "--noise", file.toString());
    String model = "{gates: [{channel: {pauli: {X: 0.05}}}]}";

    Files.writeString(file, model);
    RecordingConsole.plain().run(with(options, "--run", whole.toString()));
    RecordingConsole first = RecordingConsole.plain();
    first.session().stop().request();
    assertThat(first.run(with(options, "--run", stopped.toString()))).isEqualTo(130);
    Files.writeString(file, "{gates: [{channel: {pauli: {X: 0.5}}}]}");
    RecordingConsole second = RecordingConsole.plain();
    assertThat(second.run("resume", stopped.toString(), "--quiet")).as(second.err()).isZero();

    assertThat(Files.readString(stopped.resolve("parameters.json")))
        .isEqualTo(Files.readString(whole.resolve("parameters.json")));
  }

  private static String[] with(List<String> options, String... more) {
    List<String> all = new ArrayList<>(options);
    Collections.addAll(all, more);
    return all.toArray(String[]::new);
  }

  @Test
  void runsOnADevicesOwnGatesUnderItsNoise() throws IOException {
    Path device = new MadeDevice("cz", 2, 5).writeTo(folder.resolve("device"));
    JsonNode report =
        json("run", bell().toString(), "--noise", "device:" + device, "--shots", "2000");

    JsonNode noise = report.get("noise");
    assertThat(noise.get("model").asText()).contains("made_cz", "average infidelity r");
    assertThat(noise.get("misread").asInt()).isEqualTo(2);
    JsonNode counts = report.get("registers").get("c").get("counts");
    assertThat(counts.path("00").asInt()).isGreaterThan(700);
    assertThat(counts.path("11").asInt()).isGreaterThan(700);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--noise-scale 2| --noise-scale needs --noise",
        "--noise depolarizing:p1=0.1| must have p1=NUMBER,p2=NUMBER after its colon",
        "--noise depolarizing:p1=0.1,p2=1.5| must be in [0, 1], got 1.5",
        "--noise device:nowhere| nowhere",
        "--noise nowhere.yaml| nowhere.yaml",
        "--noise depolarizing:p1=0.9,p2=0 --noise-scale 2| is above 1",
      })
  void refusesWithOneLine(String options, String trouble) throws IOException {
    RecordingConsole recording = RecordingConsole.plain();

    int code = recording.run(("run " + bell() + " " + options).split(" "));

    assertThat(code).isNotZero();
    assertThat(recording.out()).isEmpty();
    assertThat(recording.err()).contains(trouble);
    assertThat(recording.err().strip().lines()).hasSize(1);
  }

  @Test
  void refusesExactTrainingUnderNoise() {
    RecordingConsole recording = RecordingConsole.plain();

    int code = recording.run("train", "--gradient", "exact", "--noise", PAULI);

    assertThat(code).isNotZero();
    assertThat(recording.err()).contains("no exact gradients under noise");
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of more bits than anything of size 2^N could hold, or a long could name. */
class WideTrainingTest {
  private static final int FEATURES = 80;
  private static final String CIRCUIT = " --layers 2 --engine mps";

  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  private Path data() throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    text.append(
        IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).collect(Collectors.joining(",")));
    text.append(",label\n");
    for (int row = 0; row < 20; row++) {
      int label = row % 2;
      String values =
          random
              .doubles(FEATURES, -1, 1)
              .mapToObj(value -> String.valueOf(value + label))
              .collect(Collectors.joining(","));
      text.append(values).append(',').append(label).append('\n');
    }
    return Files.writeString(folder.resolve("train.csv"), text);
  }

  private int qhyper(String command) {
    return recording.run(command.split(" "));
  }

  @Test
  void trainsReportsAndEvaluates() throws IOException {
    String problem = " --problem csv --data " + data();
    Path run = folder.resolve("run");

    int code =
        qhyper(
            "train"
                + problem
                + CIRCUIT
                + " --iterations 2 --shots 4 --loss-shots 8 --confirm-shots 16 --json --run "
                + run);

    assertThat(code).as(recording.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(recording.out());
    assertThat(result.get("bits").asInt()).isEqualTo(FEATURES + 1);
    String best = result.at("/best/bits").asText();
    assertThat(best).matches("[01]{81}");
    JsonNode model = new ObjectMapper().readTree(Files.readString(run.resolve("model.json")));
    assertThat(model.get("bits").asText()).isEqualTo(best);
    assertThat(model.get("loss").asDouble())
        .isCloseTo(result.at("/best/loss").asDouble(), within(1e-9));

    assertThat(
            qhyper(
                "evaluate" + problem + CIRCUIT + " --shots 8 --params " + run + "/parameters.json"))
        .as(recording.err())
        .isZero();
    assertThat(qhyper("predict " + run + " --data " + folder.resolve("train.csv")))
        .as(recording.err())
        .isZero();
  }

  @Test
  void exactValuesPointToShots() throws IOException {
    Path params = Files.writeString(folder.resolve("params.txt"), "0 ".repeat(4 * (FEATURES + 1)));
    int code = qhyper("evaluate --problem csv --data " + data() + CIRCUIT + " --params " + params);
    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("at most 24 bits").contains("81").contains("--shots");
  }

  @Test
  void enginesThatHoldAllAmplitudesRefuseBeforeAnythingIsWritten() throws IOException {
    Path run = folder.resolve("run");
    int code =
        qhyper(
            "train --problem csv --data "
                + data()
                + " --layers 2 --engine reference --iterations 1 --run "
                + run);
    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("81 bits").contains("at most 30");
    assertThat(run).doesNotExist();
  }
}

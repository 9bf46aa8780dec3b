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

class PredictCommandTest {
  private static final String LOGISTIC =
      """
      {"bits": "101", "loss": 0.5, "train_accuracy": 1, "input": {"features": ["x", "y"], "divide_by": 2},
       "network": {"family": "logistic", "encoding": "pm1", "weights": [1, -1], "bias": 1}}
      """;

  private static final String HIDDEN =
      """
      {"bits": "1", "loss": 0.5, "train_accuracy": 1, "input": {"features": ["x", "y"], "divide_by": 1},
       "network": {"family": "hidden-layer", "activation": "relu", "bias": -1, "neurons": [
         {"active": true, "weights": [1, 1], "bias": -1, "output_weight": 1},
         {"active": false, "weights": [1, 1], "bias": 1, "output_weight": 1}]}}
      """;

  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  private int predict(String model, String data) throws IOException {
    Path file = Files.writeString(folder.resolve("model.json"), model);
    Path csv = Files.writeString(folder.resolve("new.csv"), data);
    return recording.run("predict", file.toString(), "--data", csv.toString());
  }

  @Test
  void logisticModelScalesItsInputAndFindsItsColumns() throws IOException {
    int code = predict(LOGISTIC, "y,other,x\n8,99,2\n2,99,4\n");

    // Scores (2 − 8)/2 + 1 = −2 and (4 − 2)/2 + 1 = 2.
    assertThat(code).as(recording.err()).isZero();
    assertThat(recording.out())
        .isEqualTo(
            "row,label,probability\n1,0,"
                + 1 / (1 + Math.exp(2.0))
                + "\n2,1,"
                + 1 / (1 + Math.exp(-2.0))
                + "\n");
  }

  @Test
  void hiddenModelUsesActiveNeuronsOnly() throws IOException {
    predict(HIDDEN, "x,y\n2,3\n0,0\n");

    // Scores relu(4) − 1 = 3 and relu(−1) − 1 = −1.
    assertThat(recording.out())
        .isEqualTo(
            "row,label,probability\n1,1,"
                + 1 / (1 + Math.exp(-3.0))
                + "\n2,0,"
                + 1 / (1 + Math.exp(1.0))
                + "\n");
  }

  @Test
  void trainedModelPredictsItsTrainingSetAsReported() throws IOException {
    Path data = folder.resolve("train.csv");
    Files.writeString(data, "x,label\n0.5,1\n-0.5,0\n0.75,1\n-0.25,0\n0.1,0\n");
    Path run = folder.resolve("run");
    recording.run(
        ("train --problem csv --iterations 2 --layers 1 --data " + data + " --run " + run)
            .split(" "));
    double accuracy =
        new ObjectMapper()
            .readTree(Files.readString(run.resolve("model.json")))
            .get("train_accuracy")
            .asDouble();
    RecordingConsole own = RecordingConsole.plain();

    own.run("predict", run.toString(), "--json", "--data", data.toString());

    JsonNode predictions = new ObjectMapper().readTree(own.out()).get("predictions");
    int[] labels = {1, 0, 1, 0, 0};
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      assertThat(predictions.get(row).get("row").asInt()).isEqualTo(row + 1);
      right += predictions.get(row).get("label").asInt() == labels[row] ? 1 : 0;
    }
    assertThat(right / 5.0).isEqualTo(accuracy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"divide_by\": 2 | \"divide_by\": 0",
        "\"divide_by\": 2 | \"divide_by\": -1",
        "\"divide_by\": 2 | \"divide_by\": 1e999",
        "\"divide_by\": 2 | \"divide_by\": NaN",
        "\"divide_by\": 2 | \"divide_by\": \"NaN\"",
        ", \"divide_by\": 2 | ``",
        "[\"x\", \"y\"] | []",
        "[\"x\", \"y\"] | null",
        "[\"x\", \"y\"] | [\"x\", null]",
        "[\"x\", \"y\"] | [\"x\"]",
        "\"weights\": [1, -1] | \"weights\": [1]",
        "\"weights\": [1, -1] | \"weights\": [1, null]",
        "\"weights\": [1, -1] | \"weights\": [1, 0.5]",
        "\"weights\": [1, -1] | \"weights\": [1, 99999999999999]",
        "\"weights\": [1, -1] | \"weights\": {}",
        "\"weights\": [1, -1] | \"weights\": [1, -1], \"weights\": [1, -1]",
        ", \"bias\": 1 | ``",
        "\"bias\": 1 | \"bias\": null",
        "\"bias\": 1 | \"bias\": 1.5",
        "\"pm1\" | \"pm7\"",
        "\"encoding\": \"pm1\", | ``",
        "\"logistic\" | \"forest\"",
        "\"logistic\" | null",
        "\"logistic\" | \"hidden-layer\"",
        "\"network\" | \"not_work\"",
        "\"input\" | \"output\"",
        "{\"bits\" | [{\"bits\"",
        "\"bits\" | \"bits",
      })
  void brokenModelIsRefusedInOneLine(String part, String replacement) throws IOException {
    assertThat(LOGISTIC).contains(part);

    int code = predict(LOGISTIC.replace(part, replacement), "x,y\n1,2\n");

    assertRefused(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"relu\" | \"tanh\"",
        "\"relu\" | null",
        "[1, 1], \"bias\": -1 | [1], \"bias\": -1",
        "[1, 1], \"bias\": -1 | [1, null], \"bias\": -1",
        "[1, 1], \"bias\": -1 | null, \"bias\": -1",
        "[1, 1], \"bias\": -1 | [1, 1]",
        "\"active\": true, | ``",
        "[1, 1], \"bias\": 1, \"output_weight\": 1} | [1, 1], \"bias\": 1, \"output_weight\": 1}, null",
      })
  void brokenHiddenModelIsRefusedInOneLine(String part, String replacement) throws IOException {
    assertThat(HIDDEN).contains(part);

    int code = predict(HIDDEN.replace(part, replacement), "x,y\n1,2\n");

    assertRefused(code);
  }

  @Test
  void emptyDeepOrLargeModelIsRefused() throws IOException {
    for (String text :
        new String[] {
          "", "null", "7", "{}", "[".repeat(100_000), " ".repeat(17 << 20), LOGISTIC + "x"
        }) {
      RecordingConsole own = RecordingConsole.plain();
      Path file = Files.writeString(folder.resolve("model.json"), text);

      int code = own.run("predict", file.toString(), "--data", "new.csv");

      assertThat(code).isEqualTo(1);
      assertThat(own.err()).hasLineCount(1).doesNotContain("this is a bug");
    }
  }

  @Test
  void missingColumnIsNamed() throws IOException {
    int code = predict(LOGISTIC, "x,z\n1,2\n");

    assertThat(code).isEqualTo(1);
    assertThat(recording.err()).contains("y").hasLineCount(1);
  }

  private void assertRefused(int code) {
    assertThat(code).as(recording.out()).isEqualTo(1);
    assertThat(recording.err()).hasLineCount(1).doesNotContain("this is a bug", "NullPointer");
    assertThat(recording.out()).isEmpty();
  }
}

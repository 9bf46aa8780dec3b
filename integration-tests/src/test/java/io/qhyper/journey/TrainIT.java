package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUICK =
      "train --problem gaussians --hidden 2 --iterations 4 --shots 16 --loss-shots 32"
          + " --confirm-shots 128 --run ";

  @TempDir private Path folder;

  private Outcome run(String line) throws Exception {
    return ProductProcess.in(folder).run(line.split(" "));
  }

  private JsonNode json(String line) throws Exception {
    Outcome outcome = run(line);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return JSON.readTree(outcome.out());
  }

  private List<String> metrics(String run) throws Exception {
    return Files.readAllLines(folder.resolve(run).resolve("metrics.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  @Test
  void writesTheRunAndReportsIt() throws Exception {
    JsonNode report = json(QUICK + "a --json");

    assertThat(report.fieldNames())
        .toIterable()
        .contains("run", "iterations", "circuits", "shots", "seconds", "expected_loss")
        .contains("standard_error", "best", "restarts");
    assertThat(report.get("best").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("loss", "bits", "train_accuracy", "test_accuracy");
    assertThat(folder.resolve("a").toFile().list())
        .containsExactlyInAnyOrder(
            "config.yaml",
            "journal.db",
            "metrics.csv",
            "model.json",
            "circuit.qasm",
            "parameters.json",
            "report.html");
    assertThat(metrics("a")).hasSize(6);
  }

  @Test
  void configRepeatsTheRunWhateverTheThreads() throws Exception {
    run(QUICK + "a --threads 1");

    Outcome again = run("train --config a/config.yaml --run b --threads 3");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(metrics("b")).isEqualTo(metrics("a"));
    for (String file : List.of("model.json", "circuit.qasm", "parameters.json")) {
      assertThat(folder.resolve("b").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("a").resolve(file));
    }
  }

  @Test
  void earlierRunIsRefusedAndUntouched() throws Exception {
    run(QUICK + "a");
    String before = Files.readString(folder.resolve("a/metrics.csv"));

    Outcome outcome = run(QUICK + "a");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("qhyper: a: is not empty").hasLineCount(1);
    assertThat(folder.resolve("a/metrics.csv")).hasContent(before);
  }

  @Test
  void whatARunLeavesFeedsTheOtherCommands() throws Exception {
    run(QUICK + "a");
    Files.writeString(folder.resolve("new.csv"), "x1,x0\n1,2\n-1,-2\n");
    String problem = " --problem gaussians --hidden 2 --params a/parameters.json";

    JsonNode exact = json("evaluate --json" + problem);
    JsonNode start = json("evaluate --json --params-entry start" + problem);
    JsonNode shots = json("evaluate --json --shots 4096 --seed 3" + problem);
    JsonNode counts = json("run a/circuit.qasm --json --params a/parameters.json");
    JsonNode predicted = json("predict a --data new.csv --json");
    Outcome continued = run(QUICK + "b --params a/parameters.json");

    double loss = exact.get("expected_loss").asDouble();
    assertThat(loss).isLessThan(start.get("expected_loss").asDouble());
    double error = shots.get("standard_error").asDouble();
    assertThat(Math.abs(shots.get("expected_loss").asDouble() - loss)).isLessThan(5 * error);
    assertThat(counts.get("registers").get("c").get("width").asInt()).isEqualTo(10);
    assertThat(predicted.get("predictions")).hasSize(2);
    assertThat(continued.exitCode()).as(continued.err()).isZero();
    assertThat(JSON.readTree(folder.resolve("b/parameters.json").toFile()).get("start"))
        .isEqualTo(JSON.readTree(folder.resolve("a/parameters.json").toFile()).get("best"));
  }

  @Test
  void ownDataWithoutTestSetHaveNoTestAccuracy() throws Exception {
    Files.writeString(folder.resolve("t.csv"), "u,v,label\n1,2,0\n2,1,1\n0.5,2.5,0\n2.5,0.1,1\n");

    JsonNode report = json("train --problem csv --data t.csv --iterations 2 --run a --json");

    assertThat(report.get("best").get("test_accuracy").isNull()).isTrue();
    assertThat(run("predict a --data t.csv").out()).startsWith("row,label,probability\n");
  }

  @Test
  void fewStepsLowerTheExpectedLossOfTheDefaultProblem() throws Exception {
    JsonNode report = json("train --iterations 12 --run a --json -q");

    assertThat(report.get("expected_loss").asDouble())
        .isLessThan(1.39 - 20 * report.get("standard_error").asDouble());
  }
}

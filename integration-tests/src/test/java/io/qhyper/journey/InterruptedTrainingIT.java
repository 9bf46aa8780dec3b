package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import io.qhyper.support.ProductProcess.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedTrainingIT {
  private static final int SOME_STEPS = 5;

  @TempDir private Path folder;

  @Test
  void leavesACompleteRunFolder() throws Exception {
    Path run = folder.resolve("run");
    Running running =
        ProductProcess.in(folder)
            .start("train", "--iterations", "1000000", "--run", run.toString(), "--quiet");
    Path metrics = run.resolve("metrics.csv");
    running.awaitWhile(() -> !Files.exists(metrics) || lines(metrics) < SOME_STEPS);

    Outcome outcome = running.interrupt().await();

    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(130);
    assertThat(run.toFile().list())
        .containsExactlyInAnyOrder(
            "config.yaml",
            "journal.db",
            "metrics.csv",
            "model.json",
            "circuit.qasm",
            "parameters.json",
            "report.html");
    List<String> rows = Files.readAllLines(metrics);
    long columns = rows.get(0).chars().filter(c -> c == ',').count();
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.chars().filter(c -> c == ',').count()).isEqualTo(columns));
    JsonNode parameters = new ObjectMapper().readTree(run.resolve("parameters.json").toFile());
    assertThat(parameters.get("final")).hasSameSizeAs(parameters.get("start"));
    assertThat(new ObjectMapper().readTree(run.resolve("model.json").toFile()).isObject()).isTrue();
  }

  private static int lines(Path file) throws Exception {
    return Files.readAllLines(file).size();
  }
}

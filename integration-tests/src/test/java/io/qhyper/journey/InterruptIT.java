package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import io.qhyper.support.ProductProcess.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterruptIT {
  private static final long DEADLINE_NANOS = TimeUnit.MINUTES.toNanos(2);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "INT, 130, --iterations 1000000",
    "TERM, 143, --iterations 1000000",
    "INT, 130, --gradient exact --restarts 100000 --problem gaussians --hidden 2"
  })
  void trainingLeavesACompleteReadableRun(String signal, int code, String options)
      throws Exception {
    Running running =
        ProductProcess.in(folder)
            .interruptible()
            .start(("train --run a --json -q " + options).split(" "));
    awaitRows(running);

    Outcome outcome = running.signal(signal).await();

    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(code);
    assertThat(folder.resolve("a").toFile().list())
        .contains("config.yaml", "metrics.csv", "circuit.qasm", "parameters.json")
        .noneMatch(name -> name.startsWith("."));
    assertThat(Files.readString(folder.resolve("a/metrics.csv"))).endsWith("\n");
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(folder.resolve("a/parameters.json").toFile()).get("best"))
        .isNotEmpty();
    assertThat(json.readTree(outcome.out()).get("stopped").asBoolean()).isTrue();
    assertThat(folder.resolve("a/model.json")).exists();
  }

  private void awaitRows(Running running) throws Exception {
    Path metrics = folder.resolve("a/metrics.csv");
    long start = System.nanoTime();
    while (!Files.exists(metrics) || Files.readAllLines(metrics).size() < 4) {
      assertThat(running.process().isAlive()).as("still training").isTrue();
      assertThat(System.nanoTime() - start).as("waiting").isLessThan(DEADLINE_NANOS);
      running.process().waitFor(50, TimeUnit.MILLISECONDS);
    }
  }
}

package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import io.qhyper.support.ProductProcess.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed at random instants and resumed. System properties: {@code qhyper.kills}, how
 * often (5; profile {@code soak} 50), and {@code qhyper.kill.seed}, when.
 */
class KilledTrainingIT {
  private static final int KILLS = Integer.getInteger("qhyper.kills", 5);
  private static final long SEED = Long.getLong("qhyper.kill.seed", 1);

  /** Looks of about 20 ms before a kill: from the start of the JVM to several seconds of work. */
  private static final int MOST_LOOKS = 150;

  private static final String OPTIONS =
      "train --problem gaussians --hidden 2 --iterations 60 --loss-shots 64 --confirm-shots 256"
          + " --restarts 2 --quiet --json --run ";

  @TempDir private Path folder;

  private Running start(String line) throws Exception {
    return ProductProcess.in(folder).start(line.split(" "));
  }

  private List<String> metrics(String run) throws Exception {
    return Files.readAllLines(folder.resolve(run).resolve("metrics.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private static JsonNode report(Outcome outcome) throws Exception {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    ObjectNode report = (ObjectNode) new ObjectMapper().readTree(outcome.out());
    return report.without(List.of("run", "seconds"));
  }

  @Test
  void comesToTheNumbersOfAnUndisturbedRun() throws Exception {
    JsonNode undisturbed = report(start(OPTIONS + "whole").await());
    SplittableRandom random = new SplittableRandom(SEED);
    int kills = 0;
    for (int i = 0; kills < KILLS; i++) {
      String run = "killed" + i;
      kills += killAndResume(run, random, KILLS - kills);

      JsonNode resumed = report(start("resume --quiet --json " + run).await());

      assertThat(resumed).as("seed %d, run %d", SEED, i).isEqualTo(undisturbed);
      assertThat(metrics(run)).isEqualTo(metrics("whole"));
      for (String file : List.of("model.json", "parameters.json", "circuit.qasm")) {
        assertThat(folder.resolve(run).resolve(file))
            .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
      }
    }
  }

  /** Kills a run up to five times, unless it ends before; gives how often. */
  private int killAndResume(String run, SplittableRandom random, int most) throws Exception {
    Path config = folder.resolve(run).resolve("config.yaml");
    int kills = 0;
    while (kills < Math.min(most, 5)) {
      Running running =
          start(Files.exists(config) ? "resume --quiet --json " + run : OPTIONS + run);
      running.awaitWhile(() -> !Files.exists(config));
      int[] looks = {random.nextInt(MOST_LOOKS)};
      running.awaitWhile(() -> looks[0]-- > 0);
      if (!running.process().isAlive()) {
        report(running.await());
        return kills;
      }
      assertThat(running.signal("KILL").await().exitCode()).isNotZero();
      kills++;
    }
    return kills;
  }

  @Test
  void interruptedRunGoesOnToTheSameNumbers() throws Exception {
    JsonNode undisturbed = report(start(OPTIONS + "whole").await());
    Running running =
        ProductProcess.in(folder).interruptible().start((OPTIONS + "stopped").split(" "));
    Path metrics = folder.resolve("stopped/metrics.csv");
    running.awaitWhile(() -> !Files.exists(metrics) || Files.readAllLines(metrics).size() < 3);

    Outcome stopped = running.interrupt().await();

    assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.err()).contains("qhyper resume stopped");
    JsonNode resumed = report(start("resume -q --json --threads 1 stopped").await());
    assertThat(resumed).isEqualTo(undisturbed);
    assertThat(metrics("stopped")).isEqualTo(metrics("whole"));
  }

  @Test
  void secondProcessIsRefusedByTheNameOfTheFirst() throws Exception {
    Running first = start("train --iterations 1000000 --quiet --run run");
    first.awaitWhile(() -> !Files.exists(folder.resolve("run/metrics.csv")));

    Outcome second = start("resume run").await();

    first.signal("KILL").await();
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err())
        .contains("another process works on this run", "pid " + first.process().pid())
        .hasLineCount(1);
  }
}

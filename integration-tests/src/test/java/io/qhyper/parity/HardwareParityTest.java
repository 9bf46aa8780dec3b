package io.qhyper.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.AcceptedJob;
import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on a modelled device beside the same training on the local simulator. */
class HardwareParityTest {
  private static final int LOCAL_RUNS = 12;

  /** What the service takes in one job. */
  private static final long MOST_EXECUTIONS = 10_000_000;

  private static final String PROBLEM = "--problem gaussians --hidden 2 --layers 2 ";
  private static final String CURVE =
      "train "
          + PROBLEM
          + "--objective mean --optimizer adam --iterations 8 --shots 64 --loss-shots 512"
          + " --confirm-shots 512 --quiet ";

  @TempDir private Path folder;

  private static String run(String line) {
    Outcome outcome = CommandLineInProcess.run(Clock.systemUTC(), line.trim().split("\\s+"));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private static Sandbox sandbox() {
    return Sandbox.start(SandboxSettings.DEFAULT.withSeed(5), Clock.systemUTC());
  }

  private static String on(Sandbox sandbox) {
    return "--backend ibm:sandbox_heron --endpoint " + sandbox.address();
  }

  private static final String QUICKLY = " --poll-seconds 0.002 --submissions-per-minute 100000 ";

  /** The measured losses of a run, step by step. */
  private double[] losses(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(name).resolve("metrics.csv"));
    int column = Arrays.asList(lines.get(0).split(",", -1)).indexOf("loss");
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
        .toArray();
  }

  /**
   * Steps depend on earlier shots, so two runs drift apart by more than the error of one loss: how
   * far runs with other shots are apart is measured on the local simulator.
   */
  @Test
  void learningCurveIsThatOfTheLocalSimulatorWithinTheErrorOfTheShots() throws IOException {
    Path angles = folder.resolve("start.json");
    double[] start = new double[40];
    Arrays.setAll(start, k -> 0.4 + 0.1 * (k % 7));
    Files.writeString(angles, Arrays.toString(start));
    List<double[]> local = new ArrayList<>();
    for (int i = 0; i < LOCAL_RUNS; i++) {
      run(CURVE + "--params " + angles + " --seed " + (100 + i) + " --run " + folder + "/l" + i);
      local.add(losses("l" + i));
    }

    try (Sandbox sandbox = sandbox()) {
      run(CURVE + "--params " + angles + " " + on(sandbox) + QUICKLY + "--run " + folder + "/ibm");
    }

    double[] curve = losses("ibm");
    assertThat(curve).hasSize(9);
    assertThat(local).allSatisfy(one -> assertThat(one).hasSameSizeAs(curve));
    for (int step = 0; step < curve.length; step++) {
      int at = step;
      double[] values = local.stream().mapToDouble(one -> one[at]).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance =
          Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (LOCAL_RUNS - 1);
      double spread = Math.sqrt(variance * (1 + 1.0 / LOCAL_RUNS));
      // 4.4 is the 99.9 % quantile (two-sided) of Student's t with 11 degrees of freedom.
      assertThat(Math.abs(curve[step] - mean)).as("step %d", step).isLessThan(4.4 * spread);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--optimizer adam --iterations 3 --shots 16 --loss-shots 32 --restarts 2",
        "--optimizer spsa --spsa-average 2 --iterations 4 --shots 16 --loss-every 2",
        "--optimizer adam --objective gibbs:20 --iterations 2 --shots 16 --bind rows",
        "--optimizer sgd --iterations 2 --shots 16 --loss-every 0 --confirm-shots 64"
      })
  void serviceCountsWhatPlanSaid(String options) throws IOException {
    try (Sandbox sandbox = sandbox()) {
      String plan = run("plan " + PROBLEM + options + " --json " + on(sandbox));
      assertThat(sandbox.accepted()).isEmpty();

      run("train " + PROBLEM + options + " " + on(sandbox) + QUICKLY + "--run " + folder + "/run");

      JsonNode total = new ObjectMapper().readTree(plan).get("total");
      assertReceived(sandbox, total);
    }
  }

  private static void assertReceived(Sandbox sandbox, JsonNode total) {
    List<AcceptedJob> jobs = sandbox.accepted();
    assertThat(total.get("jobs").asLong()).isEqualTo(jobs.size());
    assertThat(total.get("rows").asLong())
        .isEqualTo(jobs.stream().mapToLong(AcceptedJob::rows).sum());
    assertThat(total.get("executions").asLong())
        .isEqualTo(jobs.stream().mapToLong(AcceptedJob::executions).sum());
  }

  /** One step whose measurements are more than a job may hold. */
  @Test
  void planSplitsJobsAsTheRunDoesWithAndWithoutAService() throws IOException {
    String what =
        PROBLEM
            + "--objective mean --optimizer spsa --spsa-average 51 --iterations 1 --shots 100000"
            + " --loss-every 0";
    try (Sandbox sandbox = sandbox()) {
      Path target = folder.resolve("target.json");
      JsonNode asked =
          new ObjectMapper().readTree(run("plan " + what + " --json " + on(sandbox))).get("total");

      run("train " + what + " " + on(sandbox) + QUICKLY + "--run " + folder + "/run");

      Files.copy(folder.resolve("run").resolve("target.json"), target);
      int calls = sandbox.received().size();
      JsonNode offline =
          new ObjectMapper().readTree(run("plan " + what + " --json --target " + target));
      assertThat(sandbox.received()).hasSize(calls);
      assertReceived(sandbox, asked);
      assertReceived(sandbox, offline.get("total"));
      List<AcceptedJob> jobs = sandbox.accepted();
      assertThat(jobs.size()).isGreaterThan(offline.get("requests").size());
      assertThat(jobs)
          .allSatisfy(job -> assertThat(job.executions()).isBetween(1L, MOST_EXECUTIONS));
    }
  }
}

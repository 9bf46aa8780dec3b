package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often training succeeds, over ten seeds; takes minutes, so only {@code -Pstudies} runs it.
 */
@Tag("study")
class StudyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SEEDS = 10;

  @TempDir private Path folder;

  private JsonNode json(String line) throws Exception {
    Outcome outcome = ProductProcess.in(folder).run(line.split(" ", -1));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return JSON.readTree(outcome.out());
  }

  private long successes(String options, Predicate<JsonNode> succeeded) throws Exception {
    List<String> told = new ArrayList<>();
    long successes = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      JsonNode report = json("train --json " + options + " --seed " + seed + " --run run" + seed);
      told.add(report.get("expected_loss") + "/" + report.get("near_optimal"));
      successes += succeeded.test(report) ? 1 : 0;
    }
    System.out.println(options + ": E / near-optimal of " + told);
    return successes;
  }

  @Test
  void theDefaultProblemIsLearntByShots() throws Exception {
    long good =
        successes(
            "--layers 2",
            report ->
                report.get("expected_loss").doubleValue() < 0.36
                    && report.get("shots").longValue() <= 500_000);

    assertThat(good).isGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"--hidden 2, 10", "--hidden 2 --width search, 11", "--hidden 3, 14"})
  void gaussiansAreLearntByShots(String network, int bits) throws Exception {
    String problem = "--problem gaussians " + network;
    JsonNode landscape = json("enumerate --json " + problem);
    double minimum = landscape.get("minimum").get("loss").doubleValue();
    double tenfold = 10 * landscape.get("tie_count").doubleValue() / (1L << bits);
    // The median is below the mean of these losses, so this asks for a little more.
    double limit = minimum + (landscape.get("median").doubleValue() - minimum) / 10;

    long good =
        successes(
            problem + " --restarts 3",
            report ->
                report.get("expected_loss").doubleValue() <= limit
                    && report.get("near_optimal").doubleValue() >= tenfold);

    assertThat(good).isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void exactTrainingFindsTheMinimum(int seed) throws Exception {
    JsonNode report =
        json("train --json --gradient exact --layers 4 --restarts 5 --run exact --seed " + seed);

    double minimum = report.get("global_minimum").doubleValue();
    long good = 0;
    for (JsonNode restart : report.get("restarts")) {
      good += restart.get("expected_loss").doubleValue() - minimum < 1e-3 ? 1 : 0;
    }
    assertThat(good).isGreaterThanOrEqualTo(4);
  }
}

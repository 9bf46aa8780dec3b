package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.backend.ibm.CredentialFile;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.hardware.FakeService;
import io.qhyper.secrets.TestSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
  private static final String SMALL =
      "train --problem gaussians --hidden 2 --activation relu --layers 2 --iterations 3 --shots 16"
          + " --loss-shots 32 --confirm-shots 512 --objective mean --sentinel every=2"
          + " --sentinel-shots 64 --seed 3 -q";
  private static final String QUICK = " --repetitions 99";
  private static final String NOISE = "depolarizing:p1=0.02,p2=0.08";

  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void train() {
    run = folder.resolve("run");
    command(SMALL + " --run " + run);
  }

  private static RecordingConsole command(String line) {
    RecordingConsole recording = RecordingConsole.ticking();
    int code = recording.run(line.trim().split(" +"));
    assertThat(code).as(recording.err()).isZero();
    return recording;
  }

  private static JsonNode json(String line) throws IOException {
    return new ObjectMapper().readTree(command(line + " --json").out());
  }

  private static String trouble(String line) {
    RecordingConsole recording = RecordingConsole.ticking();
    assertThat(recording.run(line.trim().split(" +"))).isEqualTo(ExitCode.FAILURE);
    assertThat(recording.out()).isEmpty();
    return recording.err();
  }

  private static double p(JsonNode pair) {
    return pair.at("/same/combined").asDouble();
  }

  @Test
  void aRunOnTheSimulatorIsWhatTheSimulatorGivesAndNoiseIsToldApart() throws IOException {
    JsonNode report =
        json("compare " + run + " local local:noise=" + NOISE + " --shots 4096" + QUICK);

    assertThat(report.get("samples")).hasSize(3);
    assertThat(report.at("/samples/0/shots").asLong()).isEqualTo(512);
    assertThat(report.at("/samples/1/shots").asLong()).isEqualTo(4096);
    JsonNode training = new ObjectMapper().readTree(command("resume --json " + run).out());
    assertThat(report.at("/samples/0/loss").asDouble())
        .isCloseTo(training.get("expected_loss").asDouble(), within(1e-12));
    JsonNode pairs = report.get("pairs");
    assertThat(pairs).hasSize(3);
    assertThat(p(pairs.get(0))).isGreaterThan(0.01);
    assertThat(p(pairs.get(1))).isLessThanOrEqualTo(0.05);
    assertThat(p(pairs.get(2))).isLessThanOrEqualTo(0.01);
    JsonNode noisy = pairs.get(2);
    assertThat(noisy.at("/hellinger/value").asDouble())
        .isGreaterThan(noisy.at("/hellinger/chance/high").asDouble());
    assertThat(noisy.at("/loss/difference").asDouble())
        .isEqualTo(
            report.at("/samples/1/loss").asDouble() - report.at("/samples/2/loss").asDouble());
    assertThat(noisy.get("marginals")).hasSize(9);
  }

  @Test
  void samplesOfARunThatCorrectsItsLossesAreSaidToBeAsRead() throws IOException {
    Path mitigated = folder.resolve("mitigated");
    command(SMALL + " --mitigation readout --calibration-shots 200 --run " + mitigated);
    Path page = folder.resolve("page.html");
    String compare = "compare " + mitigated + " local" + QUICK;

    JsonNode report = json(compare + " --page " + page);

    assertThat(report.at("/samples/0/mitigation").asText()).isEqualTo("readout");
    assertThat(report.at("/samples/1/mitigation").isNull()).isTrue();
    assertThat(command(compare).out())
        .containsOnlyOnce("counts and E as read; the run corrects its losses: readout");
    assertThat(page)
        .content()
        .contains("Counts and E are as they were read", "\"version\"", "[\"seed\",\"1\"]");
  }

  @Test
  void theGlobalMinimumIsListedFirstWithItsProbability() throws IOException {
    JsonNode minimum =
        json("enumerate --problem gaussians --hidden 2 --activation relu").get("minimum");
    JsonNode networks = json("compare " + run + " local" + QUICK).at("/pairs/0/networks");

    JsonNode best = networks.get(0);
    assertThat(best.get("minimum").asBoolean()).isTrue();
    assertThat(best.get("bits")).isEqualTo(minimum.get("bits"));
    assertThat(best.get("loss").asDouble()).isCloseTo(minimum.get("loss").asDouble(), within(1e-9));
    for (JsonNode network : networks) {
      JsonNode share = network.get("first");
      assertThat(share.get("probability").asDouble())
          .isEqualTo(share.get("count").asDouble() / 512)
          .isBetween(share.get("low").asDouble(), share.get("high").asDouble());
    }
  }

  @Test
  void gradientsAtTheSameAnglesAreComparedAndAgainstTheExactOne() throws IOException {
    Path other = folder.resolve("other");
    command(SMALL.replace("--shots 16", "--shots 64") + " --run " + other);

    JsonNode report = json("compare " + run + " " + other + " --allow-different" + QUICK);

    JsonNode gradients = report.at("/pairs/0/gradients");
    assertThat(gradients).hasSize(1); // the runs part after their first step
    assertThat(gradients.get(0).get("iteration").asInt()).isZero();
    assertPlausible(gradients.get(0));
    JsonNode exact = report.at("/samples/1/gradients");
    assertThat(exact).hasSize(3); // steps 0, 1 and 2
    exact.forEach(CompareCommandTest::assertPlausible);
  }

  /** At one true gradient; five standard errors, since these are of first order only. */
  private static void assertPlausible(JsonNode gradient) {
    double error = gradient.get("standard_error").asDouble();
    assertThat(error).isBetween(0.01, 0.3);
    JsonNode chance = gradient.get("chance"); // null for a gradient as short as its noise
    if (!chance.isNull()) {
      assertThat(gradient.get("cosine").asDouble()).isCloseTo(chance.asDouble(), within(5 * error));
    }
  }

  @Test
  void singleJobsAndFilesOfCountsAreSamples() throws IOException {
    String[] lines = command("runs export " + run + " --shots").out().split("\n");
    String sentinel =
        Arrays.stream(lines)
            .filter(line -> line.contains(",sentinel,"))
            .findFirst()
            .orElseThrow()
            .replaceFirst(",.*", "");
    JsonNode own = json("compare " + run + "#" + sentinel + " local --shots 64" + QUICK);
    assertThat(p(own.at("/pairs/0"))).isGreaterThan(0.01);
    assertThat(own.at("/samples/0/parameters")).isEqualTo(own.at("/samples/1/parameters"));

    Path file = folder.resolve("counts.json");
    Files.writeString(
        file,
        "{\"shots\": 3, \"registers\": {\"c\": {\"width\": 9, \"counts\":"
            + " {\"000000000\": 1, \"111111111\": 2}}}}");
    JsonNode counts = json("compare " + run + " " + file + QUICK);
    assertThat(counts.at("/samples/1/shots").asLong()).isEqualTo(3);
    assertThat(counts.at("/samples/1/program").isNull()).isTrue();
    assertThat(p(counts.at("/pairs/0"))).isLessThanOrEqualTo(0.05);
  }

  @Test
  void otherParametersAreRefusedUnlessAllowed() throws IOException {
    Path other = folder.resolve("other");
    command(SMALL.replace("--seed 3", "--seed 4") + " --run " + other);

    assertThat(trouble("compare " + run + " " + other + QUICK))
        .contains("different parameters", "--allow-different");
    JsonNode differences =
        json("compare " + run + " " + other + " --allow-different" + QUICK)
            .at("/pairs/0/differences");
    assertThat(differences).hasSize(1);
    assertThat(differences.get(0).get("what").asText()).isEqualTo("parameters");
  }

  @Test
  void theNoiseOfASimulationIsFound() throws IOException {
    JsonNode samples =
        json("compare local:noise="
                + NOISE
                + " "
                + run
                + " --shots 4096 --fit-noise "
                + NOISE
                + QUICK)
            .get("samples");

    JsonNode noisy = samples.get(0).get("noise");
    assertThat(noisy.get("scale").asDouble())
        .isCloseTo(1, within(4 * noisy.get("standard_error").asDouble()));
    JsonNode ideal = samples.get(1).get("noise");
    assertThat(ideal.get("scale").asDouble())
        .isLessThanOrEqualTo(4 * ideal.get("standard_error").asDouble());
  }

  @Test
  void anglesFromAFileNeedNoRun() throws IOException {
    String text =
        command(
                "compare local local:noise="
                    + NOISE
                    + " --shots 2048 --problem gaussians --hidden 2 --activation relu --params "
                    + run.resolve("parameters.json")
                    + QUICK)
            .out();
    assertThat(text)
        .contains("A and B", "two samples of one source this size show", "no, told apart");
  }

  @Test
  void theSentinelOfARunIsShown() throws IOException {
    JsonNode sentinel = json("runs show " + run).get("sentinel");

    assertThat(sentinel).hasSize(2); // steps 0 and 2
    assertThat(
            StreamSupport.stream(sentinel.spliterator(), false)
                .map(s -> s.get("iteration").asInt()))
        .containsExactly(0, 2);
    assertThat(sentinel.at("/0/same").isNull()).isTrue();
    assertThat(sentinel.at("/1/same").asDouble()).isBetween(0.01, 1.0);
    assertThat(sentinel.at("/1/total_variation/value").asDouble()).isBetween(0.0, 1.0);
    assertThat(Math.abs(sentinel.at("/1/loss").asDouble() - sentinel.at("/0/loss").asDouble()))
        .isLessThan(5 * Math.sqrt(2) * sentinel.at("/1/standard_error").asDouble());
    assertThat(command("runs show " + run).out()).contains("sentinel       step 2: E = ");
  }

  @Test
  void hardwareRunsTheSameProgramAndItsJobsAreSamples() throws IOException {
    Path credentials = TestSecrets.input(folder, "ibm.json");
    new CredentialFile(
            Secret.of(TestSecrets.KEY),
            new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/a:i::"))
        .write(credentials);
    try (FakeService ibm = new FakeService(12)) {
      String connection =
          " --poll-seconds 0.001 --endpoint " + ibm.address() + " --credentials " + credentials;
      JsonNode report =
          json(
              "compare "
                  + run
                  + " ibm:"
                  + FakeService.DEVICE
                  + " --shots 1024"
                  + connection
                  + QUICK);

      assertThat(report.at("/samples/1/compiled").asText()).matches("[0-9a-f]{12}");
      assertThat(report.at("/samples/1/program")).isEqualTo(report.at("/samples/0/program"));
      assertThat(p(report.at("/pairs/0"))).isGreaterThan(0.01);
      assertThat(ibm.jobs()).hasSize(1);

      String job = "job:" + ibm.jobs().get(0).id();
      JsonNode fetched = json("compare " + job + " " + run + connection + QUICK);
      assertThat(fetched.at("/samples/0/loss")).isEqualTo(report.at("/samples/1/loss"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local local | which circuit",
        "nothing local | neither a run's folder",
        "RUN#9999 local | no completed job 9999",
        "RUN local:noise=depolarizing:p1=2,p2=0 | must be in [0, 1], got 2.0",
        "RUN local --layers 2 | --layers is that of the run",
        "RUN local --endpoint http://127.0.0.1:1 | --endpoint belongs to",
        "RUN local --shots 1 | --shots must be at least 2",
        "RUN local --repetitions 3 | --repetitions must be at least 40",
        "RUN#1 local | circuits; name one"
      })
  void badInputIsToldInOneLine(String arguments, String message) {
    String told = trouble("compare " + arguments.replace("RUN", run.toString()));
    assertThat(told).contains(message);
    assertThat(told.strip()).doesNotContain("\n");
  }
}

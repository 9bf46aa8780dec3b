package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.backend.ibm.CredentialFile;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.hardware.FakeService;
import io.qhyper.secrets.TestSecrets;
import io.qhyper.target.MadeDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans and probes, against a service on this machine. */
class PlanCommandTest {
  private static final String SMALL =
      "--problem gaussians --hidden 2 --activation relu --layers 2 --iterations 3 --shots 4"
          + " --loss-shots 4 --confirm-shots 16 ";

  @TempDir private Path folder;
  private FakeService ibm;

  @BeforeEach
  void start() throws IOException {
    ibm = new FakeService(12);
  }

  @AfterEach
  void stop() {
    ibm.close();
  }

  private String connection() {
    return " --endpoint " + ibm.address() + " " + credentials();
  }

  private String credentials() {
    Path file = TestSecrets.input(folder, "ibm.json");
    try {
      if (!Files.exists(file)) {
        new CredentialFile(
                Secret.of(TestSecrets.KEY),
                new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/a:i::"))
            .write(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "--credentials " + file;
  }

  private String hardware() {
    return " --backend ibm:" + FakeService.DEVICE + connection();
  }

  private static RecordingConsole command(String line) {
    RecordingConsole own = RecordingConsole.ticking();
    own.run(line.trim().split(" +"));
    return own;
  }

  private static JsonNode json(String line) throws IOException {
    RecordingConsole recording = command(line);
    assertThat(recording.out()).as(recording.err()).startsWith("{");
    return new ObjectMapper().readTree(recording.out());
  }

  private long rowsSent() {
    return ibm.jobs().stream().mapToLong(PlanCommandTest::rows).sum();
  }

  private static long rows(FakeService.Job job) {
    long rows = 0;
    for (JsonNode pub : job.body().path("params").path("pubs")) {
      rows += Math.max(1, pub.path(1).size());
    }
    return rows;
  }

  private static long executions(FakeService.Job job) {
    return rows(job) * job.body().path("params").path("pubs").path(0).path(2).asLong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--objective mean --loss-every 2",
        "--objective mean --loss-every 0 --bind rows --restarts 2",
        "--gradient coordinate --coordinates 5 --objective mean",
        "--optimizer spsa --spsa-average 3 --objective mean",
        "--restarts 2 --cost-margin 1.5"
      })
  void planIsWhatTheServiceCounts(String options) throws IOException {
    JsonNode plan = json("plan --json " + SMALL + options + hardware());
    assertThat(ibm.jobs()).isEmpty();

    RecordingConsole train =
        command(
            "train "
                + SMALL
                + options
                + hardware()
                + " --poll-seconds 0.001 --submissions-per-minute 10000 --run "
                + folder.resolve("run"));

    assertThat(train.err()).doesNotContain("failed");
    JsonNode total = plan.path("total");
    assertThat(ibm.jobs()).hasSize(total.path("jobs").asInt()).isNotEmpty();
    assertThat(rowsSent()).isEqualTo(total.path("rows").asLong());
    assertThat(ibm.jobs().stream().mapToLong(PlanCommandTest::executions).sum())
        .isEqualTo(total.path("executions").asLong());
    assertThat(ibm.jobs().stream().mapToLong(FakeService.Job::circuits).sum())
        .isEqualTo(total.path("circuits").asLong());
    assertThat(ibm.jobs().get(0).body().path("cost").asInt())
        .isEqualTo(plan.path("requests").path(0).path("cost_cap_seconds").asInt());
  }

  @Test
  void needsNoServiceForADeviceInFiles() throws IOException {
    String device = new MadeDevice("cz", 3, 9).writeTo(folder.resolve("device")).toString();

    RecordingConsole plan = command("plan --target " + device + " --problem mnist --layers 2");

    assertThat(ibm.calls()).isEmpty();
    assertThat(plan.out())
        .contains("gradient ", "confirmation ", "by the rule", "by the circuit", "spsa, average 4")
        .contains("8 coordinates")
        .contains("pay-as-you-go", "check before relying on them", "10 free minutes")
        .endsWith("\n");
  }

  @Test
  void saysWhenARunMayEndEarlier() throws IOException {
    String device = new MadeDevice("cz", 3, 9).writeTo(folder.resolve("device")).toString();

    assertThat(command("plan --patience 5 --target " + device).out())
        .contains("at most, a stop rule may end it earlier");
  }

  @ParameterizedTest
  @CsvSource({
    "--max-qpu-seconds 1, the run would pass --max-qpu-seconds 1.0 and be stopped, by_circuit",
    "--max-cost 1, the run would pass --max-cost 1.00, by_circuit",
    "--max-qpu-seconds 100000, the run stays within it, ''"
  })
  void saysWhetherLimitsWouldStopTheRun(String limit, String text, String passed)
      throws IOException {
    String device = new MadeDevice("cz", 3, 9).writeTo(folder.resolve("device")).toString();
    String line = SMALL + limit + " --target " + device;

    assertThat(command("plan " + line).out()).contains(text);
    JsonNode limits = json("plan --json " + line).path("limit");
    assertThat(limits.path("passed_by_circuit").isTextual()).isEqualTo(!passed.isEmpty());
    assertThat(json("plan --json " + SMALL + " --target " + device).path("limit").isNull())
        .isTrue();
  }

  @Test
  void saysWhichOfTheTwoEstimatesPassesALimit() throws IOException {
    String device = new MadeDevice("cz", 3, 9).writeTo(folder.resolve("device")).toString();

    // 322 s by the rule, 300 s by the circuit
    assertThat(command("plan --max-qpu-seconds 310 --target " + device).out())
        .contains("by the rule the run would pass --max-qpu-seconds 310.0, by the circuit");
  }

  @Test
  void saysThatASessionIsChargedByTheClockAndHowLimitsCount() throws IOException {
    String device = new MadeDevice("cz", 3, 9).writeTo(folder.resolve("device")).toString();

    assertThat(command("plan --mode session " + SMALL + "--target " + device).out())
        .contains("charged by the clock", "limits count the clock");
  }

  @Test
  void refusesToPlanWithoutADevice() {
    RecordingConsole plan = command("plan " + SMALL);

    assertThat(plan.out()).isEmpty();
    assertThat(plan.err()).contains("--backend ibm:NAME", "--target");
  }

  @Test
  void rowsAreSentAfterAProbeThatFoundThemToWork() throws IOException {
    JsonNode probe = json("ibm probe --json --backend ibm_line" + connection());

    assertThat(probe.path("result_form").asText()).isEqualTo("plain");
    assertThat(probe.path("nesting").asText()).isEqualTo("by_row");
    assertThat(probe.path("columns").asText()).isEqualTo("declaration");
    assertThat(probe.path("bind").asText()).isEqualTo("rows");
    assertThat(ibm.jobs()).hasSize(1);
    assertThat(command("ibm probe --show" + connection()).out())
        .contains("columns by", "declaration", "--bind auto", "rows");
    assertThat(ibm.jobs()).hasSize(1);

    assertThat(json("plan --json " + SMALL + hardware()).path("rows_sent_as").asText())
        .isEqualTo("rows");
    assertThat(json("plan --json --bind text " + SMALL + hardware()).path("rows_sent_as").asText())
        .isEqualTo("text");
    command(
        "train "
            + SMALL
            + hardware()
            + " --poll-seconds 0.001 --submissions-per-minute 10000 --run "
            + folder.resolve("run"));
    JsonNode pub = ibm.jobs().get(1).body().path("params").path("pubs").path(0);
    assertThat(pub.path(1).size()).isGreaterThan(10);
  }

  @Test
  void probeTellsItsCostFirstAndKeepsNoKey() throws IOException {
    RecordingConsole probe = command("ibm probe --backend ibm:ibm_line" + connection());

    assertThat(probe.err()).contains("300 executions", "2.1 s", "USD", "free on the open plan");
    assertThat(Files.readString(folder.resolve("ibm-probe.json"))).doesNotContain(TestSecrets.MARK);
  }

  @Test
  void probeThatWasNeverMadeCannotBeShown() {
    RecordingConsole probe = command("ibm probe --show" + connection());

    assertThat(probe.out()).isEmpty();
    assertThat(probe.err()).contains("has not been probed", "ibm probe --backend NAME");
  }

  @Test
  void optionsOfTheProbeBelongToIt() {
    assertThat(command("ibm login --show").err()).contains("--show belongs to ibm probe");
    assertThat(command("ibm login --resubmit-uncertain").err())
        .contains("--resubmit-uncertain belongs to ibm probe")
        .hasLineCount(1);
    assertThat(command("ibm probe" + connection()).err()).contains("probe needs --backend NAME");
  }
}

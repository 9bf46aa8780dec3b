package io.qhyper.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.ibm.Allowance;
import io.qhyper.backend.ibm.BindMode;
import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.Endpoints;
import io.qhyper.backend.ibm.IbmBackend;
import io.qhyper.backend.ibm.IbmCredentials;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSettings;
import io.qhyper.backend.ibm.JobCare;
import io.qhyper.backend.ibm.JobLimits;
import io.qhyper.backend.ibm.Limited;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.backend.ibm.SessionSource;
import io.qhyper.backend.ibm.Timing;
import io.qhyper.backend.ibm.UncertainPolicy;
import io.qhyper.backend.ibm.WaitListener;
import io.qhyper.compile.CompileOptions;
import io.qhyper.hybrid.JournaledJobs;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.secrets.TestSecrets;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of several jobs each, to a service that is asked over HTTP. */
class RunSubmissionsTest {
  private static final String PROGRAM =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] a;
      qubit[2] q;
      bit[2] c;
      ry(a) q[0];
      cx q[0], q[1];
      c[0] = measure q[0];
      c[1] = measure q[1];
      """;

  private static final Clock CLOCK = Clock.systemUTC();

  /** Two rows a job. */
  private static final JobLimits SMALL = new JobLimits(16, 1 << 20, 100);

  private static final List<JobRequest> REQUESTS = List.of(request(0, 3), request(1, 1));

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private FakeService ibm;

  @BeforeEach
  void start() throws IOException {
    ibm = new FakeService(3);
  }

  @AfterEach
  void stop() {
    ibm.close();
  }

  private static JobRequest request(int iteration, int rows) {
    List<double[]> angles = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      angles.add(new double[] {0.1 + row + 10 * iteration});
    }
    return new JobRequest(
        PROGRAM, angles, 8, StreamKey.of(1, Purpose.GRADIENT).withIteration(iteration));
  }

  private IbmService service() {
    IbmCredentials account =
        new IbmCredentials(
            Secret.of(TestSecrets.KEY),
            new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/a:i::"),
            Endpoints.custom(ibm.address()));
    IbmSettings settings =
        IbmSettings.DEFAULT.withSubmissionsPerMinute(10_000).withPace(Duration.ofMillis(1));
    return new IbmService(account, settings, new Timing(CLOCK, pause -> {}, () -> 0.5));
  }

  /** One process of a run. */
  private List<JobResult> process(Path run, CrashingLog crash, BindMode bind) throws IOException {
    try (RunJournal journal =
            RunJournal.exists(run)
                ? RunJournal.open(run, CLOCK)
                : RunJournal.create(Files.createDirectory(run), CLOCK, Map.of());
        IbmService service = service()) {
      IbmOptions options =
          Limited.by(SMALL, IbmOptions.of(FakeService.DEVICE))
              .withBind(bind)
              .withUncertain(UncertainPolicy.RESUBMIT, Duration.ZERO);
      IbmDevice device = IbmDevice.fetch(service, FakeService.DEVICE, said::add);
      IbmBackend backend =
          IbmRuns.of(device, CompileOptions.DEFAULT, PROGRAM, options)
              .open(
                  service,
                  new JobCare(
                      crash.around(new RunSubmissions(journal, said::add)),
                      new TagNames("" + journal.submissions().count(), run.toString()),
                      Allowance.UNLIMITED,
                      SessionSource.NONE,
                      WaitListener.NONE));
      return new JournaledJobs(backend, StopSignal.NEVER, crash.around(journal.jobs()))
          .run(REQUESTS);
    }
  }

  private List<JobResult> process(Path run) throws IOException {
    return process(run, new CrashingLog(Integer.MAX_VALUE), BindMode.AUTO);
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (FakeService.Job job : ibm.jobs()) {
      for (int pub = 0; pub < job.circuits(); pub++) {
        texts.add(job.text(pub));
      }
    }
    return texts;
  }

  @Test
  void aRequestIsCutByTheLimitsAndJoinedInOrder() throws IOException {
    List<JobResult> results = process(folder.resolve("run"));

    assertThat(ibm.jobs()).extracting(FakeService.Job::circuits).containsExactly(2, 1, 1);
    assertThat(results.get(0).rows()).hasSize(3);
    assertThat(results.get(1).rows()).hasSize(1);
    assertThat(texts()).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsLostOrSentTwiceWhereverTheProcessDies() throws IOException {
    CrashingLog none = new CrashingLog(Integer.MAX_VALUE);
    List<JobResult> undisturbed = process(folder.resolve("whole"), none, BindMode.AUTO);
    List<String> sent = texts();
    assertThat(none.steps()).isGreaterThan(15);
    for (int step = 1; step <= none.steps(); step++) {
      ibm.close();
      ibm = new FakeService(3);
      Path run = folder.resolve("run" + step);
      int fatal = step;

      assertThatThrownBy(() -> process(run, new CrashingLog(fatal), BindMode.AUTO))
          .isInstanceOf(CrashingLog.Killed.class);
      List<JobResult> resumed = process(run);

      assertThat(resumed).as("died before step %d", step).isEqualTo(undisturbed);
      assertThat(texts()).as("died before step %d", step).isEqualTo(sent);
    }
  }

  @Test
  void rowsThatBeganAsTextsGoOnAsTexts() throws IOException {
    Path run = folder.resolve("run");
    CrashingLog second = new CrashingLog(5); // after the first part
    assertThatThrownBy(() -> process(run, second, BindMode.TEXT))
        .isInstanceOf(CrashingLog.Killed.class);
    assertThat(ibm.jobs()).hasSize(1);

    process(run, new CrashingLog(Integer.MAX_VALUE), BindMode.ROWS);

    assertThat(ibm.jobs()).hasSize(3); // the second request by rows
    assertThat(texts().subList(0, 3)).doesNotHaveDuplicates();
  }

  @Test
  void textsThatBeganAsRowsGoOnAsRows() throws IOException {
    Path run = folder.resolve("run");
    CrashingLog beforeTheIdIsKept = new CrashingLog(4);
    assertThatThrownBy(() -> process(run, beforeTheIdIsKept, BindMode.ROWS))
        .isInstanceOf(CrashingLog.Killed.class);
    assertThat(ibm.jobs()).hasSize(1);

    process(run, new CrashingLog(Integer.MAX_VALUE), BindMode.TEXT);

    assertThat(ibm.jobs()).hasSize(3); // the second request by texts
  }

  @Test
  void aFailedPartIsToldAndOnlyThatPartIsSentAnew() throws IOException {
    Path run = folder.resolve("run");
    ibm.fail(2);

    assertThatThrownBy(() -> process(run))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("the cryostat is warm");
    int sent = ibm.jobs().size();
    process(run);

    assertThat(sent).isEqualTo(3);
    assertThat(ibm.jobs()).hasSize(4);
    assertThat(ibm.jobs().get(3).text(0)).isEqualTo(ibm.jobs().get(1).text(0));
  }

  @Test
  void payloadsAndChargesAreKept() throws IOException {
    Path run = folder.resolve("run");
    process(run);

    try (RunJournal journal = RunJournal.read(run, CLOCK)) {
      assertThat(journal.charges().seconds()).isEqualTo(6);
      assertThat(journal.charges().jobs()).isEqualTo(3);
      assertThat(journal.charges().expectedSeconds()).isZero();
      assertThat(
              new String(
                  journal.submissions().payload("job1").orElseThrow(), StandardCharsets.UTF_8))
          .isEqualTo(ibm.jobs().get(0).result().toString());
    }
  }
}

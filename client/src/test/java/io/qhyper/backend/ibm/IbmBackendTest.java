package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.BackendException.Kind;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.SubmissionLog.Earlier;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbmBackendTest {
  /** Inputs whose order of declaration is not that of their names. */
  private static final String PROGRAM =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input float[64] t10;
      input float[64] t9;
      input float[64] a;
      bit[2] c;
      rz(t10) $0; rz(t9) $0; rz(a) $0;
      c[0] = measure $0;
      c[1] = measure $1;
      """;

  private static final StreamKey STREAM = StreamKey.of(7, Purpose.SAMPLING);
  private static final JobId JOB = new JobId("j1");
  private static final Duration LONG = Duration.ofDays(1);

  private final FakeIbm ibm = new FakeIbm();
  private final RecordingLog log = new RecordingLog();

  @AfterEach
  void stop() {
    ibm.close();
  }

  private IbmBackend open(IbmOptions options) {
    AtomicInteger ids = new AtomicInteger();
    return new IbmBackend(
        ibm.service(),
        options,
        156,
        JobCare.with(log, () -> "id" + ids.incrementAndGet()),
        circuit -> new ProgramCompiler.Compiled(circuit, OptionalDouble.empty()));
  }

  private IbmBackend open() {
    return open(IbmOptions.of("ibm_x"));
  }

  private static JobRequest request(double[]... rows) {
    return new JobRequest(PROGRAM, List.of(rows), 2, STREAM);
  }

  private static JobRequest oneRow() {
    return request(new double[] {1, 2, 3});
  }

  private BackendException failure(ThrowingCallable call) {
    BackendException error = catchThrowableOfType(BackendException.class, call);
    assertThat(error).as("a failed call").isNotNull();
    ibm.assertNoSecret(error);
    return error;
  }

  private JsonNode sent(int submission) throws Exception {
    return JsonDocument.MAPPER.readTree(ibm.submissions().get(submission).getBodyAsString());
  }

  private static ResponseDefinitionBuilder result(String... samplesOfPubs) {
    StringBuilder pubs = new StringBuilder();
    for (String samples : samplesOfPubs) {
      pubs.append(pubs.isEmpty() ? "" : ",")
          .append("{\"data\":{\"c\":{\"samples\":")
          .append(samples)
          .append(",\"num_bits\":2}}}");
    }
    return okJson("{\"results\":[" + pubs + "]}").withHeader("Content-Type", "text/plain");
  }

  @Test
  void rowsAreBoundIntoTextsAndCapped() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));

    assertThat(open().submit(request(new double[] {1, 2, 3}, new double[] {4, 5, -6.5})))
        .isEqualTo(JOB);

    JsonNode body = sent(0);
    assertThat(body.path("backend").asText()).isEqualTo("ibm_x");
    assertThat(body.path("cost").asInt()).isEqualTo(7); // 3 × (2 s + 4 executions), rounded up
    assertThat(body.path("tags").toString()).isEqualTo("[\"qhyper-id1\",\"qhyper-shape-2x1x2\"]");
    JsonNode pubs = body.path("params").path("pubs");
    assertThat(pubs).hasSize(2);
    assertThat(pubs.get(0).get(0).asText())
        .contains("rz(1", "rz(2", "rz(3")
        .doesNotContain("input");
    assertThat(pubs.get(1).get(0).asText()).contains("rz(-6.5");
    assertThat(pubs.get(1).get(1).isNull()).isTrue();
    assertThat(pubs.get(1).get(2).asInt()).isEqualTo(2);
    assertThat(log.events()).containsExactly("intended qhyper-id1", "accepted qhyper-id1 j1");
  }

  @Test
  void rowsOfValuesFollowTheNamesOfTheInputs() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));

    open(IbmOptions.of("ibm_x").withBind(BindMode.ROWS))
        .submit(request(new double[] {10, 9, 1}, new double[] {20, 19, 11}));

    JsonNode pub = sent(0).path("params").path("pubs").get(0);
    assertThat(pub.get(1).toString()).isEqualTo("[[1.0,10.0,9.0],[11.0,20.0,19.0]]");
    assertThat(pub.get(0).asText().replaceAll("(?s).*?input float\\[64\\] (\\w+);", "$1 "))
        .startsWith("a t10 t9");
  }

  @Test
  void refusedRowsFallBackToTexts() throws Exception {
    ibm.onSubmit(FakeIbm.error(400, 3211, "no rows"), FakeIbm.accepted("j1"));
    IbmBackend backend = open(IbmOptions.of("ibm_x").withBind(BindMode.ROWS));

    assertThat(backend.submit(oneRow())).isEqualTo(JOB);
    backend.submit(oneRow());

    assertThat(ibm.submissions()).hasSize(3); // rows once, then texts only
    assertThat(sent(1).path("params").path("pubs").get(0).get(1).isNull()).isTrue();
  }

  @Test
  void resultsAreReadForEitherForm() throws Exception {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.onSubmit(FakeIbm.accepted("j1"));
    JobRequest twoRows = request(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    String expected = "[{c={01=2}}, {c={10=1, 11=1}}]";

    IbmBackend texts = open();
    ibm.answers("/jobs/j1/results", result("[\"0x1\",\"0x1\"]", "[\"0x2\",\"0x3\"]"));
    assertThat(texts.result(texts.submit(twoRows)).rows().toString()).isEqualTo(expected);

    IbmBackend rows = open(IbmOptions.of("ibm_x").withBind(BindMode.ROWS));
    JobId id = rows.submit(twoRows);
    ibm.answers("/jobs/j1/results", result("[\"0x1\",\"0x1\",\"0x2\",\"0x3\"]"));
    assertThat(rows.result(id).rows().toString()).isEqualTo(expected);
  }

  @Test
  void largeRequestsAreSplitAndJoinedInOrder() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"), FakeIbm.accepted("j2"), FakeIbm.accepted("j3"));
    IbmBackend backend = open(IbmOptions.of("ibm_x").withLimits(new JobLimits(4, 1 << 20, 100)));
    double[][] rows = {{1, 0, 0}, {2, 0, 0}, {3, 0, 0}, {4, 0, 0}, {5, 0, 0}};

    JobId id = backend.submit(request(rows));

    assertThat(id).hasToString("j1,j2,j3");
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers("/jobs/j2", FakeIbm.job("j2", "Running"), FakeIbm.job("j2", "Completed"));
    ibm.answers("/jobs/j3", FakeIbm.job("j3", "Completed"));
    ibm.answers("/jobs/j1/results", result("[\"0x0\",\"0x0\"]", "[\"0x1\",\"0x1\"]"));
    ibm.answers("/jobs/j2/results", result("[\"0x2\",\"0x2\"]", "[\"0x3\",\"0x3\"]"));
    ibm.answers("/jobs/j3/results", result("[\"0x0\",\"0x3\"]"));
    assertThat(backend.state(id)).isEqualTo(new JobState.Running());
    assertThat(backend.await(id, LONG)).isEqualTo(new JobState.Completed());
    assertThat(backend.result(id).register("c").toString())
        .isEqualTo("[{00=2}, {01=2}, {10=2}, {11=2}, {00=1, 11=1}]");
    assertThat(sent(2).path("params").path("pubs")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "500", "html", "garbage"})
  void jobThatWasAcceptedUnseenIsFoundByItsTag(String trouble) {
    ibm.onSubmit(
        switch (trouble) {
          case "reset" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
          case "500" -> aResponse().withStatus(500).withHeader("Retry-After", "0");
          case "html" -> aResponse().withStatus(520).withBody("<html></html>");
          default -> okJson("{\"id\":");
        });
    ibm.answers(
        "/jobs", FakeIbm.noJobs(), aResponse().withStatus(503), FakeIbm.jobs("qhyper-id1", "j1"));

    assertThat(open().submit(oneRow())).isEqualTo(JOB);

    assertThat(ibm.submissions()).hasSize(1);
    assertThat(log.names()).containsExactly("intended", "uncertain", "accepted");
    ibm.assertNoSecret();
  }

  @Test
  void jobThatIsNotShownYetIsWaitedForAWhile() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));
    ibm.answers("/jobs/j1", FakeIbm.error(404, 1291, "gone"), FakeIbm.job("j1", "Completed"));
    IbmBackend backend = open();

    JobId id = backend.submit(oneRow());

    assertThat(backend.await(id, Duration.ofMinutes(1))).isEqualTo(new JobState.Completed());
  }

  @Test
  void jobThatStaysUnknownIsTold() {
    ibm.onSubmit(FakeIbm.accepted("j1"));
    ibm.answers("/jobs/j1", FakeIbm.error(404, 1291, "gone"));
    IbmBackend backend = open();
    JobId id = backend.submit(oneRow());

    BackendException error = failure(() -> backend.await(id, Duration.ofMinutes(5)));

    assertThat(error.kind()).isEqualTo(Kind.UNKNOWN_JOB);
    assertThat(ibm.time().slept()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void uncertainSubmissionStopsAtTheHorizonAndIsNotRepeated() {
    ibm.onSubmit(aResponse().withStatus(500));
    ibm.answers("/jobs", FakeIbm.noJobs());

    BackendException error = failure(() -> open().submit(oneRow()));

    assertThat(error.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(error).hasMessageContainingAll("qhyper-id1", "120 s", "--resubmit-uncertain");
    assertThat(ibm.submissions()).hasSize(1);
    assertThat(ibm.time().slept()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(135));
  }

  @Test
  void submissionThatCannotBeLookedUpIsNotRepeatedEither() {
    ibm.onSubmit(aResponse().withStatus(500));
    ibm.answers("/jobs", aResponse().withStatus(503));
    IbmOptions options =
        IbmOptions.of("ibm_x").withUncertain(UncertainPolicy.RESUBMIT, Duration.ofSeconds(30));

    assertThat(failure(() -> open(options).submit(oneRow())).kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(ibm.submissions()).hasSize(1);
  }

  @Test
  void duplicateOfAResubmissionIsCancelledAndReported() throws Exception {
    ibm.onSubmit(aResponse().withStatus(500), FakeIbm.accepted("j2"));
    ibm.answers("/jobs", FakeIbm.noJobs());
    ibm.answers("/jobs/j2", FakeIbm.job("j2", "Completed"));
    ibm.server()
        .stubFor(
            post(urlPathEqualTo("/api/v1/jobs/late/cancel"))
                .willReturn(aResponse().withStatus(204)));
    IbmOptions options =
        IbmOptions.of("ibm_x").withUncertain(UncertainPolicy.RESUBMIT, Duration.ofSeconds(1));
    IbmBackend backend = open(options);

    JobId id = backend.submit(oneRow());
    ibm.answers("/jobs", FakeIbm.jobs("qhyper-id1", "late"));
    backend.await(id, LONG);
    backend.await(id, LONG);

    assertThat(id).hasToString("j2");
    assertThat(ibm.submissions()).hasSize(2);
    assertThat(ibm.calls("POST", "/jobs/late/cancel")).isEqualTo(1);
    assertThat(log.events())
        .containsSequence("absent qhyper-id1", "intended qhyper-id2", "accepted qhyper-id2 j2")
        .endsWith("duplicate qhyper-id1 late");
  }

  @Test
  void submissionInTheLogIsNotMadeAgain() {
    log.earlier(new Earlier.Accepted(new JobId("old")));

    assertThat(open().submit(oneRow())).hasToString("old");
    assertThat(ibm.submissions()).isEmpty();
  }

  @Test
  void strangersJobIsNotTakenForOursWhereTheListShowsNoTags() {
    log.earlier(new Earlier.Unresolved("qhyper-old", FakeTime.START.minusSeconds(3600)));
    ibm.answers(
        "/jobs",
        okJson(
            "{\"jobs\":[{\"id\":\"other\",\"state\":{\"status\":\"Queued\"}},{\"id\":\"j1\"}]}"));
    ibm.answers("/jobs/other", okJson("{\"id\":\"other\",\"tags\":[\"qhyper-new\"]}"));
    ibm.answers("/jobs/j1", okJson("{\"id\":\"j1\",\"tags\":[\"x\",\"qhyper-old\"]}"));

    assertThat(open().submit(oneRow())).isEqualTo(JOB);
    assertThat(ibm.submissions()).isEmpty();
    assertThat(ibm.calls("POST", "/jobs/other/cancel")).isZero();
    assertThat(log.events()).containsExactly("accepted qhyper-old j1");
  }

  @Test
  void submissionThatAKilledProcessLeftOpenIsLookedUp() {
    log.earlier(new Earlier.Unresolved("qhyper-old", FakeTime.START.minusSeconds(3600)));
    ibm.answers("/jobs", FakeIbm.jobs("qhyper-old", "j1"));

    assertThat(open().submit(oneRow())).isEqualTo(JOB);
    assertThat(ibm.submissions()).isEmpty();
    assertThat(log.events()).containsExactly("accepted qhyper-old j1");
  }

  @Test
  void refusedBecauseOfTheRateIsTriedAgainWithAnotherTag() {
    ibm.onSubmit(
        FakeIbm.error(429, 1202, "slowly").withHeader("Retry-After", "11"),
        FakeIbm.error(429, 1202, "slowly"),
        FakeIbm.accepted("j1"));

    assertThat(open().submit(oneRow())).isEqualTo(JOB);

    assertThat(ibm.submissions()).hasSize(3);
    assertThat(ibm.time().sleeps()).containsExactly(Duration.ofSeconds(11), Duration.ofMillis(300));
    assertThat(log.names())
        .containsExactly("intended", "refused", "intended", "refused", "intended", "accepted");
  }

  @Test
  void tokenThatExpiredEarlyCostsOneRefusalOnly() {
    ibm.onSubmit(FakeIbm.error(401, 1219, "expired"), FakeIbm.accepted("j1"));

    assertThat(open().submit(oneRow())).isEqualTo(JOB);
    assertThat(ibm.submissions()).hasSize(2);
  }

  @Test
  void quotaAndRefusalsAreToldAtOnce() {
    ibm.onSubmit(FakeIbm.error(409, 9, "limit reached"), FakeIbm.error(400, 1515, "V1"));

    assertThat(failure(() -> open().submit(oneRow())).kind()).isEqualTo(Kind.QUOTA);
    BackendException refused = failure(() -> open().submit(oneRow()));
    assertThat(refused.kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(refused).hasMessageContaining("1515");
    assertThat(ibm.submissions()).hasSize(2);
  }

  @Test
  void htmlOfTheNetworkInFrontIsExplained() {
    ibm.onSubmit(aResponse().withStatus(403).withBody("<html><title>Denied</title></html>"));

    BackendException error = failure(() -> open().submit(oneRow()));

    assertThat(error.kind()).isEqualTo(Kind.NO_ACCESS);
    assertThat(error).hasMessageContainingAll("HTML", "Denied", "too large");
    assertThat(ibm.submissions()).hasSize(1);
  }

  @Test
  void pollingSlowsDownWhileTheJobWaits() throws InterruptedException {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Queued"));

    assertThat(open().await(JOB, Duration.ofHours(2))).isEqualTo(new JobState.Queued());

    List<Duration> pauses = ibm.time().sleeps();
    assertThat(pauses.subList(0, 30)).containsOnly(Duration.ofSeconds(2));
    assertThat(pauses.get(40)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(60));
    assertThat(pauses.get(pauses.size() - 2)).isEqualTo(Duration.ofSeconds(60));
    assertThat(ibm.time().slept()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void troubleWhilePollingDoesNotEndTheWait() throws InterruptedException {
    ibm.answers(
        "/jobs/j1",
        aResponse().withStatus(503),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        FakeIbm.error(429, 1202, "slowly").withHeader("Retry-After", "40"),
        FakeIbm.error(401, 1219, "expired"),
        FakeIbm.job("j1", "Completed"));

    assertThat(open().await(JOB, LONG)).isEqualTo(new JobState.Completed());
    assertThat(ibm.time().sleeps())
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(40));
  }

  @Test
  void interruptedWaitThrows() {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Queued"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> open().await(JOB, LONG)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void resultsThatLagAreWaitedFor() {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers(
        "/jobs/j1/results",
        aResponse().withStatus(204),
        FakeIbm.error(400, 1234, "not yet"),
        aResponse().withBody(""),
        aResponse().withBody("null"),
        result("[\"0x1\",\"0x2\"]"));

    JobResult result = open().result(JOB);

    assertThat(result.rows().toString()).isEqualTo("[{c={01=1, 10=1}}]");
    assertThat(log.payload()).contains("\"samples\":[\"0x1\",\"0x2\"]");
  }

  @Test
  void resultsThatNeverComeAreNotReady() {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers("/jobs/j1/results", aResponse().withStatus(204));

    assertThat(failure(() -> open().result(JOB)).kind()).isEqualTo(Kind.NOT_READY);
  }

  @Test
  void anotherProcessCutsTheResultByTheTagOfTheJob() {
    ibm.answers(
        "/jobs/j1",
        okJson(
            "{\"id\":\"j1\",\"tags\":[\"qhyper-shape-1x2x2\"],\"state\":{\"status\":\"Completed\"}}"));
    ibm.answers("/jobs/j1/results", result("[\"0x1\",\"0x1\",\"0x2\",\"0x2\"]"));

    assertThat(open().result(JOB).rows().toString()).isEqualTo("[{c={01=2}}, {c={10=2}}]");
  }

  @Test
  void wrongResultIsABadResult() {
    ibm.onSubmit(FakeIbm.accepted("j1"));
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers("/jobs/j1/results", result("[\"0x1\"]"), okJson("Traceback (most recent"));
    IbmBackend backend = open();
    JobId id = backend.submit(oneRow());

    BackendException tooFew = failure(() -> backend.result(id));
    assertThat(tooFew.kind()).isEqualTo(Kind.BAD_RESULT);
    assertThat(tooFew).hasMessageContainingAll("job j1", "2 shots, got 1");
    assertThat(failure(() -> backend.result(id)).kind()).isEqualTo(Kind.BAD_RESULT);
  }

  @Test
  void endingsOfJobsAreTold() {
    ibm.answers(
        "/jobs/failed",
        okJson(
            "{\"id\":\"failed\",\"state\":{\"status\":\"Failed\",\"reason\":\"not the target\","
                + "\"reason_code\":1517,\"reason_solution\":\"transpile\"}}"));
    ibm.answers("/jobs/cancelled", FakeIbm.job("cancelled", "Cancelled"));
    ibm.answers(
        "/jobs/long",
        okJson("{\"id\":\"long\",\"state\":{\"status\":\"Cancelled\",\"reason_code\":1305}}"));
    ibm.answers(
        "/jobs/older",
        okJson(
            "{\"id\":\"older\",\"state\":{\"status\":\"Cancelled\"},"
                + "\"status\":\"Cancelled - Ran too long\"}"));
    ibm.answers("/jobs/odd", FakeIbm.job("odd", "Pondering"));
    IbmBackend backend = open();

    BackendException failed = failure(() -> backend.result(new JobId("failed")));
    assertThat(failed.kind()).isEqualTo(Kind.JOB_FAILED);
    assertThat(failed).hasMessageContainingAll("not the target", "1517", "transpile");
    assertThat(failure(() -> backend.result(new JobId("cancelled"))).kind())
        .isEqualTo(Kind.JOB_CANCELLED);
    for (String id : List.of("long", "older")) {
      BackendException tooLong = failure(() -> backend.result(new JobId(id)));
      assertThat(tooLong.kind()).isEqualTo(Kind.JOB_FAILED);
      assertThat(tooLong).hasMessageContaining("cost cap");
    }
    assertThat(backend.state(new JobId("odd")).isTerminal()).isFalse();
  }

  @Test
  void unknownJobIsNamed() {
    IbmBackend backend = open();
    JobId unknown = new JobId("no-such-job");

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> backend.state(unknown),
            () -> backend.await(unknown, Duration.ZERO),
            () -> backend.result(unknown),
            () -> backend.cancel(unknown))) {
      BackendException error = failure(call);
      assertThat(error.kind()).isEqualTo(Kind.UNKNOWN_JOB);
      assertThat(error).hasMessageContaining("no-such-job");
    }
  }

  @Test
  void cancellingAnEndedJobDoesNothing() {
    ibm.server()
        .stubFor(
            post(urlPathEqualTo("/api/v1/jobs/j1/cancel"))
                .willReturn(FakeIbm.error(409, 1, "ended")));

    open().cancel(JOB);

    assertThat(ibm.calls("POST", "/jobs/j1/cancel")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "OPENQASM 3.0; include \"stdgates.inc\"; qubit[1] q; x q[0];"})
  void badProgramIsRefusedBeforeAnythingIsSent(String program) {
    JobRequest bad = new JobRequest(program, List.of(new double[0]), 10, STREAM);

    assertThat(failure(() -> open().submit(bad)).kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(log.events()).isEmpty();
  }

  @Test
  void badRowsAndShotsAreRefusedBeforeAnythingIsSent() {
    for (double[] row : List.of(new double[2], new double[] {1, 2, Double.NaN})) {
      assertThat(failure(() -> open().submit(request(row))).kind()).isEqualTo(Kind.BAD_REQUEST);
    }
    JobRequest many = new JobRequest(PROGRAM, List.of(new double[3]), 100_001, STREAM);
    assertThat(failure(() -> open().submit(many))).hasMessageContaining("100000 shots");
    assertThat(ibm.submissions()).isEmpty();
  }

  @Test
  void saysWhatItIs() {
    assertThat(open().name()).isEqualTo("ibm:ibm_x");
    assertThat(open().capabilities().paid()).isTrue();
    assertThat(open().capabilities().maximumQubits()).isEqualTo(156);
  }

  /** Keeps all events; the payload of the last result. */
  private static final class RecordingLog implements SubmissionLog {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private Optional<Earlier> earlier = Optional.empty();
    private ByteArrayOutputStream payload = new ByteArrayOutputStream();

    List<String> events() {
      return events;
    }

    List<String> names() {
      return events.stream().map(event -> event.split(" ", -1)[0]).toList();
    }

    String payload() {
      return payload.toString(StandardCharsets.UTF_8);
    }

    void earlier(Earlier known) {
      earlier = Optional.of(known);
    }

    @Override
    public Optional<Earlier> earlier(Submission submission) {
      return earlier;
    }

    @Override
    public void intended(String tag, Submission submission, Instant at) {
      events.add("intended " + tag);
    }

    @Override
    public void accepted(String tag, JobId id) {
      events.add("accepted " + tag + " " + id);
    }

    @Override
    public void refused(String tag, String reason) {
      events.add("refused " + tag);
    }

    @Override
    public void uncertain(String tag, String reason) {
      events.add("uncertain " + tag);
    }

    @Override
    public void absent(String tag) {
      events.add("absent " + tag);
    }

    @Override
    public void duplicate(String tag, JobId id) {
      events.add("duplicate " + tag + " " + id);
    }

    @Override
    public OutputStream payload(JobId id) {
      payload = new ByteArrayOutputStream();
      return payload;
    }
  }
}

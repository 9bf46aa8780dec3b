package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.BackendException.Kind;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Waits for jobs, and how they end. */
class JobWaitTest extends IbmBackendFixture {
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
}

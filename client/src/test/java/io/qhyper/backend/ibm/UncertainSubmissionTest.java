package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.BackendException.Kind;
import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.SubmissionLog.Earlier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submissions of which it is not known whether the service took them. */
class UncertainSubmissionTest extends IbmBackendFixture {
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
}

package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.BackendException.Kind;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobResult;
import org.junit.jupiter.api.Test;

/** Results of jobs that have ended. */
class ResultFetchTest extends IbmBackendFixture {
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
}

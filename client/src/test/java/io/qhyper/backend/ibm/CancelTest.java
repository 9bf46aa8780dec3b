package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests of several jobs that are asked to stop. */
class CancelTest {
  private static final JobId WHOLE = new JobId("j1,j2,j3");

  private final FakeIbm ibm = new FakeIbm();

  @AfterEach
  void stop() {
    ibm.close();
  }

  private IbmBackend backend() {
    return new IbmBackend(
        ibm.service(),
        IbmOptions.of("ibm_x"),
        5,
        JobCare.with(new LogOfNothing(), () -> "id"),
        NoCompiler::asGiven);
  }

  private void onCancel(String id, ResponseDefinitionBuilder answer) {
    ibm.server().stubFor(post(urlPathEqualTo("/api/v1/jobs/" + id + "/cancel")).willReturn(answer));
  }

  @Test
  void allPartsAreAskedThoughOneCannotBe() {
    onCancel("j1", FakeIbm.error(403, 1200, "not yours"));
    onCancel("j2", aResponse().withStatus(204));
    onCancel("j3", FakeIbm.error(403, 1200, "nor this"));

    assertThatThrownBy(() -> backend().cancel(WHOLE))
        .isInstanceOf(BackendException.class)
        .hasMessageContainingAll("job j1, j3 (the other 1 were)", "not yours")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(ibm.calls("POST", "/jobs/j2/cancel")).isEqualTo(1);
    assertThat(ibm.calls("POST", "/jobs/j3/cancel")).isEqualTo(1);
  }

  @Test
  void partsThatHaveEndedNeedNoStop() {
    onCancel("j1", FakeIbm.error(409, 1293, "it has ended"));
    onCancel("j2", aResponse().withStatus(204));
    onCancel("j3", aResponse().withStatus(204));

    assertThatCode(() -> backend().cancel(WHOLE)).doesNotThrowAnyException();
    assertThat(ibm.calls("POST", "/jobs/j3/cancel")).isEqualTo(1);
  }
}

package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.BackendException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Submissions that the service refuses. */
class RefusedSubmissionTest extends IbmBackendFixture {
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
}

package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The copies of raw results that a log is given. */
class KeptPayloadTest {
  private static final String RESULT =
      "{\"results\":[{\"data\":{\"c\":{\"samples\":[\"0x1\",\"0x2\"],\"num_bits\":2}}}]}";
  private static final JobId ID = new JobId("j1");

  private final FakeIbm ibm = new FakeIbm();
  private final List<String> kept = new ArrayList<>();

  @AfterEach
  void stop() {
    ibm.close();
  }

  private IbmBackend backend() {
    SubmissionLog log =
        new LogOfNothing() {
          @Override
          public OutputStream payload(JobId id) {
            return new ByteArrayOutputStream() {
              @Override
              public void close() {
                kept.add(id + " " + toString(StandardCharsets.UTF_8));
              }
            };
          }
        };
    return new IbmBackend(
        ibm.service(),
        IbmOptions.of("ibm_x"),
        5,
        JobCare.with(log, () -> "id"),
        NoCompiler::asGiven);
  }

  @Test
  void aWholeResultIsKeptOnceAfterOnesThatWereNotThereOrBroken() {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers(
        "/jobs/j1/results",
        aResponse().withStatus(204),
        okJson("null"),
        aResponse().withStatus(500),
        okJson(RESULT));

    assertThat(backend().result(ID).rows()).hasSize(1);
    assertThat(kept).containsExactly("j1 " + RESULT);
  }

  @Test
  void aPartOfAResultIsDropped() {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers("/jobs/j1/results", okJson(RESULT.substring(0, 50)));

    assertThatThrownBy(() -> backend().result(ID)).isInstanceOf(BackendException.class);
    assertThat(kept).isEmpty();
  }
}

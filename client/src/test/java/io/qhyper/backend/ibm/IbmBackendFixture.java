package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A backend for a service as WireMock plays it, with a log that keeps what happens. */
abstract class IbmBackendFixture {
  /** Inputs whose order of declaration is not that of their names. */
  static final String PROGRAM =
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

  static final StreamKey STREAM = StreamKey.of(7, Purpose.SAMPLING);
  static final JobId JOB = new JobId("j1");
  static final Duration LONG = Duration.ofDays(1);

  final FakeIbm ibm = new FakeIbm();
  final RecordingLog log = new RecordingLog();

  @AfterEach
  void stop() {
    ibm.close();
  }

  IbmBackend open(IbmOptions options) {
    AtomicInteger ids = new AtomicInteger();
    return new IbmBackend(
        ibm.service(),
        options,
        156,
        JobCare.with(log, () -> "id" + ids.incrementAndGet()),
        NoCompiler::asGiven);
  }

  IbmBackend open() {
    return open(IbmOptions.of("ibm_x"));
  }

  static JobRequest request(double[]... rows) {
    return new JobRequest(PROGRAM, List.of(rows), 2, STREAM);
  }

  static JobRequest oneRow() {
    return request(new double[] {1, 2, 3});
  }

  BackendException failure(ThrowingCallable call) {
    BackendException error = catchThrowableOfType(BackendException.class, call);
    assertThat(error).as("a failed call").isNotNull();
    ibm.assertNoSecret(error);
    return error;
  }

  JsonNode sent(int submission) throws Exception {
    return JsonDocument.MAPPER.readTree(ibm.submissions().get(submission).getBodyAsString());
  }

  static ResponseDefinitionBuilder result(String... samplesOfPubs) {
    StringBuilder pubs = new StringBuilder();
    for (String samples : samplesOfPubs) {
      pubs.append(pubs.isEmpty() ? "" : ",")
          .append("{\"data\":{\"c\":{\"samples\":")
          .append(samples)
          .append(",\"num_bits\":2}}}");
    }
    return okJson("{\"results\":[" + pubs + "]}").withHeader("Content-Type", "text/plain");
  }
}

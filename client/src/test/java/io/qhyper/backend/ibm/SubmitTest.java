package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.IbmException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of one {@code POST /jobs}, and that there is never a second. */
class SubmitTest {
  private static final SamplerJob JOB =
      new SamplerJob(
          "ibm_x",
          List.of(
              new SamplerJob.Pub("OPENQASM 3.0;", List.of()),
              new SamplerJob.Pub(
                  "second", List.of(new double[] {0.1, -2}, new double[] {1e-17, 3}))),
          100,
          new SamplerOptions(
              Optional.of("XY4"),
              Optional.of(true),
              Optional.empty(),
              Optional.of(0.0005),
              Optional.of(false)),
          60,
          List.of("qhyper-1"),
          Optional.of("session-1"));

  private final FakeIbm ibm = new FakeIbm();

  @AfterEach
  void stop() {
    ibm.close();
  }

  @Test
  void bodyFollowsTheInterface() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));

    assertThat(ibm.service().submit(JOB)).isEqualTo(new SubmitOutcome.Accepted(new JobId("j1")));

    JsonNode sent = JsonDocument.MAPPER.readTree(ibm.submissions().get(0).getBodyAsString());
    JsonNode expected =
        JsonDocument.MAPPER.readTree(
            """
            {"program_id":"sampler","backend":"ibm_x","tags":["qhyper-1"],"cost":60,
             "session_id":"session-1",
             "params":{"pubs":[["OPENQASM 3.0;",null,100],["second",[[0.1,-2.0],[1e-17,3.0]],100]],
              "version":2,"support_qiskit":false,
              "options":{"dynamical_decoupling":{"enable":true,"sequence_type":"XY4"},
               "execution":{"init_qubits":false,"rep_delay":0.0005},
               "twirling":{"enable_gates":true}}}}
            """);
    assertThat(sent).isEqualTo(expected);
    assertThat(JOB.executions()).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 520, 521, 522, 524, 408, 307})
  void errorsOfTheServerLeaveItUncertain(int status) {
    ibm.onSubmit(aResponse().withStatus(status).withHeader("Retry-After", "0"));

    SubmitOutcome outcome = ibm.service().submit(JOB);

    assertThat(outcome).isInstanceOf(SubmitOutcome.Uncertain.class);
    ibm.assertNoSecret(((SubmitOutcome.Uncertain) outcome).error());
    assertThat(ibm.submissions()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void brokenAnswersLeaveItUncertain(Fault fault) {
    ibm.onSubmit(aResponse().withFault(fault));

    assertThat(ibm.service().submit(JOB)).isInstanceOf(SubmitOutcome.Uncertain.class);
    assertThat(ibm.submissions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"id\":7}", "{\"id\":\" \"}", "<html>", "[\"id\"]"})
  void successWithoutAnIdLeavesItUncertain(String body) {
    ibm.onSubmit(aResponse().withBody(body));

    assertThat(ibm.service().submit(JOB)).isInstanceOf(SubmitOutcome.Uncertain.class);
    assertThat(ibm.submissions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400,BAD_REQUEST",
    "401,UNAUTHORIZED",
    "402,QUOTA",
    "403,FORBIDDEN",
    "404,NOT_FOUND",
    "409,QUOTA",
    "413,TOO_LARGE",
    "429,RATE_LIMITED"
  })
  void errorsOfTheClientAreRefusals(int status, Kind kind) {
    ibm.onSubmit(FakeIbm.error(status, 5, "no").withHeader("Retry-After", "0"));

    SubmitOutcome outcome = ibm.service().submit(JOB);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SubmitOutcome.Refused.class,
            refused -> assertThat(refused.error().kind()).isEqualTo(kind));
    assertThat(ibm.submissions()).hasSize(1);
  }

  @Test
  void slowAnswerLeavesItUncertain() {
    ibm.onSubmit(okJson("{\"id\":\"j1\"}").withFixedDelay(5_000));

    SubmitOutcome outcome = ibm.service(FakeIbm.withTimeLimit(Duration.ofMillis(300))).submit(JOB);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SubmitOutcome.Uncertain.class,
            uncertain -> assertThat(uncertain.error().kind()).isEqualTo(Kind.TIMEOUT));
    assertThat(ibm.submissions()).hasSize(1);
  }

  @Test
  void refusedTokenIsForgottenSoThatTheNextSubmissionHasAnother() {
    ibm.onSubmit(FakeIbm.error(401, 1219, "expired"), FakeIbm.accepted("j2"));
    IbmService service = ibm.service();

    assertThat(service.submit(JOB)).isInstanceOf(SubmitOutcome.Refused.class);
    assertThat(service.submit(JOB)).isInstanceOf(SubmitOutcome.Accepted.class);

    ibm.server().verify(2, postRequestedFor(urlPathEqualTo("/identity/token")));
  }

  @Test
  void submissionsKeepToTheirRate() {
    ibm.onSubmit(FakeIbm.accepted("j"));
    IbmService service = ibm.service(IbmSettings.DEFAULT);

    for (int i = 0; i < 5; i++) {
      service.submit(JOB);
    }
    assertThat(ibm.time().sleeps()).isEmpty();
    service.submit(JOB);

    assertThat(ibm.time().sleeps()).hasSize(1);
    assertThat(ibm.time().slept()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
    assertThat(ibm.submissions()).hasSize(6);
  }

  @Test
  void refusedConnectionMeansNotSent() throws IOException {
    // With a token at hand, so that it is the submission that fails.
    try (RawServer raw = new RawServer(0)) {
      IbmService service = raw.service(ibm);
      raw.close();

      SubmitOutcome outcome = service.submit(JOB);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              SubmitOutcome.NotSent.class,
              notSent -> assertThat(notSent.error().kind()).isEqualTo(Kind.UNREACHABLE));
    }
  }

  @Test
  void failedTokenMeansNotSent() {
    ibm.server().stop();

    assertThat(ibm.service().submit(JOB)).isInstanceOf(SubmitOutcome.NotSent.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 400, 100_000})
  void connectionThatEndsWhileSendingLeavesItUncertain(int bytesRead) throws IOException {
    SamplerJob large =
        new SamplerJob(
            "ibm_x",
            List.of(new SamplerJob.Pub("x".repeat(8_000_000), List.of())),
            1,
            SamplerOptions.NONE,
            1,
            List.of(),
            Optional.empty());
    try (RawServer raw = new RawServer(bytesRead)) {
      assertThat(raw.service(ibm).submit(large)).isInstanceOf(SubmitOutcome.Uncertain.class);
      assertThat(raw.connections).hasValue(1);
    }
  }

  /** Reads some bytes of a request and resets the connection. */
  private static final class RawServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    final AtomicInteger connections = new AtomicInteger();

    RawServer(int bytes) throws IOException {
      thread.execute(() -> serve(bytes));
    }

    private void serve(int bytes) {
      while (!socket.isClosed()) {
        try (Socket connection = socket.accept()) {
          connections.incrementAndGet();
          connection.getInputStream().readNBytes(bytes);
          connection.setSoLinger(true, 0);
        } catch (IOException e) {
          return;
        }
      }
    }

    IbmService service(FakeIbm ibm) {
      URI here = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/api/v1");
      IbmCredentials mixed =
          new IbmCredentials(
              Secret.of(FakeIbm.KEY),
              FakeIbm.CRN,
              new Endpoints(here, ibm.credentials().endpoints().token()));
      return new IbmService(mixed, FakeIbm.settings(), ibm.time().timing());
    }

    @Override
    public void close() throws IOException {
      socket.close();
      thread.shutdown();
    }
  }
}

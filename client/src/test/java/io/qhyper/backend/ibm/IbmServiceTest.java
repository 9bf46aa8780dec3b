package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IbmServiceTest {
  private static final JobId JOB = new JobId("j1");

  private final FakeIbm ibm = new FakeIbm();
  private final IbmService service = ibm.service();

  @AfterEach
  void stop() {
    service.close();
    ibm.close();
  }

  private void onAny(String path, ResponseDefinitionBuilder answer) {
    ibm.server().stubFor(any(urlPathEqualTo(FakeIbm.API + path)).willReturn(answer));
  }

  @Test
  void devicesAreListedWithWhatTheyTell() {
    ibm.answers(
        "/backends",
        okJson(
            """
            {"devices":[
             {"name":"ibm_fez","status":{"name":"online","reason":"available"},"qubits":156,
              "queue_length":121,"processor_type":{"family":"Heron","revision":2},
              "performance_metrics":{"two_q_error_layered":{"value":0.003}}},
             {"name":"ibm_b","status":{"name":"paused","reason":"maintenance"},"queue_length":3,
              "physical_qubits":120,"qubits":null,"processor_type":null}]}
            """));

    assertThat(service.devices())
        .containsExactly(
            new Device("ibm_fez", "online", 156, 121, "Heron r2", OptionalDouble.of(0.003)),
            new Device("ibm_b", "paused (maintenance)", 120, 3, "", OptionalDouble.empty()));
  }

  @Test
  void oldestShapeOfTheListMeansTheWrongVersion() {
    ibm.answers("/backends", okJson("{\"devices\":[\"ibm_fez\"]}"));

    assertThatThrownBy(service::devices)
        .isInstanceOf(IbmProtocolException.class)
        .hasMessageContaining("API version");
  }

  @ParameterizedTest
  @CsvSource({
    "true,active,true",
    "true,maintenance,false",
    "false,active,false",
    "true,online,true"
  })
  void deviceIsUsableIfOnAndActive(boolean state, String status, boolean usable) {
    ibm.answers(
        "/backends/ibm_x/status",
        okJson("{\"state\":%b,\"status\":\"%s\",\"length_queue\":4}".formatted(state, status)));

    assertThat(service.deviceStatus("ibm_x"))
        .isEqualTo(
            new DeviceStatus("ibm_x", usable, state || status.equals("paused"), status, "", 4));
  }

  @Test
  void documentsOfADeviceComeAsTheyAre() {
    ibm.answers(
        "/backends/ibm_x/configuration",
        okJson(
            "{\"n_qubits\":3,\"basis_gates\":[\"cz\",\"rz\"],\"coupling_map\":[[0,1],[1,0]],"
                + "\"default_rep_delay\":250.0}"));

    assertThat(service.deviceConfiguration("ibm_x")).contains("\"n_qubits\":3");
    assertThat(service.deviceProperties("ibm_x")).isEmpty();
    assertThat(service.deviceSummary("ibm_x"))
        .isEqualTo(new DeviceSummary("ibm_x", 3, List.of("cz", "rz"), 2, 250.0, ""));
  }

  @Test
  void jobsAreAskedForByTagAndDevice() {
    ibm.answers("/jobs", FakeIbm.jobs("qhyper-id1", "b", "a"));

    assertThat(service.jobs(new JobQuery(List.of("a tag&more"), Optional.of("ibm_x"), 10)))
        .extracting(job -> job.id().value())
        .containsExactly("b", "a");

    ibm.server()
        .verify(
            getRequestedFor(urlPathEqualTo("/api/v1/jobs"))
                .withQueryParam("tags", equalTo("a tag&more"))
                .withQueryParam("backend", equalTo("ibm_x"))
                .withQueryParam("limit", equalTo("10")));
  }

  @Test
  void jobIsAskedForWithoutItsProgram() {
    ibm.answers(
        "/jobs/j1",
        okJson(
            """
            {"id":"j1","backend":"ibm_fez","cost":600,"tags":["t"],"session_id":"s",
             "created":"2026-08-17T01:39:15.646554Z","state":{"status":"COMPLETED"},
             "usage":{"qpu_charge_time_seconds":2,"status":"complete"}}
            """));

    IbmJob job = service.job(JOB);

    assertThat(job.state()).isEqualTo(new JobState.Completed());
    assertThat(job.created()).contains(Instant.parse("2026-08-17T01:39:15.646554Z"));
    assertThat(job.usage()).isEqualTo(new Usage(OptionalDouble.of(2), true));
    assertThat(job.cost()).contains(600.0);
    ibm.server()
        .verify(
            getRequestedFor(urlPathEqualTo("/api/v1/jobs/j1"))
                .withQueryParam("exclude_params", equalTo("true")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"usage\":{\"qpu_charge_time_seconds\":2,\"status\":\"complete\"}}      | 2 | true",
        "{\"usage\":{\"qpu_charge_time_seconds\":null,\"status\":\"pending\"}}    |   | false",
        "{\"usage\":{\"quantum_seconds\":3,\"seconds\":4}}                        | 3 | true",
        "{\"usage\":{\"seconds\":4}}                                              | 4 | true",
        "{\"bss\":{\"seconds\":5}}                                                | 5 | true",
        "{}                                                                       |   | false"
      })
  void chargedTimeIsReadInAllShapes(String metrics, Double seconds, boolean isFinal) {
    ibm.answers("/jobs/j1/metrics", okJson(metrics));

    OptionalDouble expected = seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    assertThat(service.metrics(JOB).usage()).isEqualTo(new Usage(expected, isFinal));
  }

  @Test
  void timesOfAJobMayBeMissingOrWithoutZone() {
    ibm.answers(
        "/jobs/j1/metrics",
        okJson("{\"timestamps\":{\"created\":\"2026-06-06T19:04:43.5\",\"running\":null}}"));

    assertThat(service.metrics(JOB).created()).contains(Instant.parse("2026-06-06T19:04:43.5Z"));
    assertThat(service.metrics(JOB).running()).isEmpty();
  }

  @Test
  void logsMayBeMissing() {
    assertThat(service.logs(JOB)).isEmpty();
    ibm.answers("/jobs/j1/logs", aResponse().withBody("line\n"));
    assertThat(service.logs(JOB)).isEqualTo("line\n");
  }

  @Test
  void cancellingTellsWhetherThereWasSomethingToStop() {
    onAny("/jobs/j1/cancel", aResponse().withStatus(204));
    assertThat(service.cancel(JOB)).isTrue();
    onAny("/jobs/j1/cancel", FakeIbm.error(409, 5, "ended"));
    assertThat(service.cancel(JOB)).isFalse();
  }

  @Test
  void deletingTwiceIsNoError() {
    onAny("/jobs/j1", aResponse().withStatus(204));
    service.delete(JOB);
    onAny("/jobs/j1", FakeIbm.error(404, 1291, "gone"));
    service.delete(JOB);

    assertThat(ibm.calls("DELETE", "/jobs/j1")).isEqualTo(2);
  }

  @Test
  void sessionsAreOpenedWatchedAndClosedSoftly() {
    ResponseDefinitionBuilder session =
        okJson("{\"id\":\"s1\",\"mode\":\"batch\",\"state\":\"open\",\"accepting_jobs\":true}");
    onAny("/sessions", session);
    onAny("/sessions/s1", session);
    IbmSession expected =
        new IbmSession(
            "s1",
            "batch",
            "open",
            true,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty());

    assertThat(service.openSession(IbmSession.Mode.BATCH, "ibm_x")).isEqualTo(expected);
    assertThat(service.session("s1")).isEqualTo(expected);
    service.closeSession("s1");

    ibm.server()
        .verify(
            postRequestedFor(urlPathEqualTo("/api/v1/sessions"))
                .withRequestBody(equalToJson("{\"mode\":\"batch\",\"backend\":\"ibm_x\"}")));
    ibm.server()
        .verify(
            patchRequestedFor(urlPathEqualTo("/api/v1/sessions/s1"))
                .withRequestBody(equalToJson("{\"accepting_jobs\":false}")));
  }

  @Test
  void refusedSessionExplainsTheOpenPlanAndFailedOnesAreNotRepeated() {
    onAny("/sessions", FakeIbm.error(400, 1200, "not allowed"));
    assertThatThrownBy(() -> service.openSession(IbmSession.Mode.DEDICATED, "ibm_x"))
        .isInstanceOf(IbmException.class)
        .hasMessageContainingAll("Open Plan", "--mode batch", "not allowed");
    onAny("/sessions", aResponse().withStatus(503).withHeader("Retry-After", "0"));
    assertThatThrownBy(() -> service.openSession(IbmSession.Mode.BATCH, "ibm_x"))
        .isInstanceOf(IbmException.class);

    assertThat(ibm.calls("POST", "/sessions")).isEqualTo(2);
  }

  @Test
  void descriptionOfAnotherJobIsRefused() {
    ibm.answers("/jobs/j1", FakeIbm.job("j2", "Completed"));

    assertThatThrownBy(() -> ibm.service().job(new JobId("j1")))
        .isInstanceOf(IbmProtocolException.class)
        .hasMessageContainingAll("job j1", "another one, j2");
    assertThatThrownBy(() -> ibm.service().peek(new JobId("j1")))
        .isInstanceOf(IbmProtocolException.class);
  }
}

package io.qhyper.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.qhyper.secrets.TestSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbmCommandsTest {
  private static final String KEY = TestSecrets.KEY;
  private static final String CRN = "crn:v1:bluemix:public:quantum-computing:us-east:a/acc:inst::";

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").jettyAcceptors(1));
  private final RecordingConsole recording = RecordingConsole.plain();

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    server.start();
    on("/identity/token", "{\"access_token\":\"" + TestSecrets.TOKEN + "\",\"expires_in\":3600}");
  }

  @AfterEach
  void stop() {
    server.stop();
    assertThat(recording.out() + recording.err()).doesNotContain(TestSecrets.MARK);
  }

  private void on(String path, String json) {
    server.stubFor(any(urlPathEqualTo(path)).willReturn(okJson(json)));
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--endpoint", server.baseUrl().replace("localhost", "127.0.0.1")));
    return recording.run(all.toArray(new String[0]));
  }

  private String printed(String... arguments) {
    assertThat(run(arguments)).as(recording.err()).isZero();
    return recording.out();
  }

  @Test
  void devicesAreListedInATable() {
    on(
        "/api/v1/backends",
        "{\"devices\":[{\"name\":\"ibm_fez\",\"status\":{\"name\":\"online\"},\"qubits\":156,"
            + "\"queue_length\":7}]}");

    assertThat(printed("backends"))
        .isEqualTo(
            """
            NAME     STATUS  QUBITS  QUEUE  PROCESSOR  2Q ERROR
            ibm_fez  online  156     7                 -
            """);
  }

  @Test
  void devicesAreListedForPrograms() {
    on("/api/v1/backends", "{\"devices\":[{\"name\":\"ibm_fez\",\"queue_length\":7}]}");

    assertThat(printed("backends", "list", "--json"))
        .contains("\"name\" : \"ibm_fez\"", "\"queue_length\" : 7");
  }

  @Test
  void oneDeviceIsDescribed() {
    on("/api/v1/backends/ibm_x/configuration", "{\"n_qubits\":3,\"basis_gates\":[\"cz\"]}");
    on("/api/v1/backends/ibm_x/properties", "{\"last_update_date\":\"2026-01-01\"}");
    on(
        "/api/v1/backends/ibm_x/status",
        "{\"state\":true,\"status\":\"active\",\"length_queue\":2}");

    assertThat(printed("backends", "show", "ibm_x")).contains("qubits", "3", "cz", "2026-01-01");
    assertThat(printed("backends", "status", "ibm_x")).contains("ibm_x: active, runs jobs, 2 jobs");
  }

  @Test
  void actionThatNeedsANameSaysSo() {
    assertThat(run("backends", "show")).isEqualTo(ExitCode.USAGE);
    assertThat(run("jobs", "cancel")).isEqualTo(ExitCode.USAGE);
    assertThat(recording.err()).contains("which device?", "which job?");
  }

  @Test
  void jobsAreListedByTag() {
    on(
        "/api/v1/jobs",
        "{\"jobs\":[{\"id\":\"j1\",\"state\":{\"status\":\"Failed\",\"reason\":\"why\"},"
            + "\"tags\":[\"t\"]}]}");

    assertThat(printed("jobs", "list", "--tag", "t")).contains("j1", "Failed");
    server.verify(
        getRequestedFor(urlPathEqualTo("/api/v1/jobs")).withQueryParam("tags", equalTo("t")));
  }

  @Test
  void resultsAreCutByTheTagOfTheJob() {
    on(
        "/api/v1/jobs/j1",
        "{\"id\":\"j1\",\"state\":{\"status\":\"Completed\"},\"tags\":[\"qhyper-shape-1x2x1\"]}");
    on(
        "/api/v1/jobs/j1/results",
        "{\"results\":[{\"data\":{\"c\":{\"samples\":[\"0x1\",\"0x2\"],\"num_bits\":3}}}]}");

    assertThat(printed("jobs", "results", "j1"))
        .isEqualTo(
            """
            CIRCUIT  REGISTER  BITS  COUNT
            0        c         001   1
            1        c         010   1
            """);
  }

  @Test
  void failedJobHasNoResultAndSaysWhy() {
    on(
        "/api/v1/jobs/j1",
        "{\"id\":\"j1\",\"state\":{\"status\":\"Failed\",\"reason\":\"bad gate\","
            + "\"reason_code\":1517}}");

    assertThat(run("jobs", "results", "j1")).isEqualTo(ExitCode.FAILURE);
    assertThat(recording.err()).contains("bad gate", "1517").hasLineCount(1);
    assertThat(printed("jobs", "show", "j1")).contains("bad gate");
  }

  @Test
  void jobIsCancelled() {
    server.stubFor(
        any(urlPathEqualTo("/api/v1/jobs/j1/cancel")).willReturn(aResponse().withStatus(204)));

    assertThat(printed("jobs", "cancel", "j1")).isEqualTo("job j1 is asked to stop\n");
  }

  @Test
  void logsAreShownAndEndedJobsDeleted() {
    server.stubFor(
        any(urlPathEqualTo("/api/v1/jobs/j1/logs"))
            .willReturn(aResponse().withBody("it was cold\n")));
    server.stubFor(
        any(urlPathEqualTo("/api/v1/jobs/j2/logs")).willReturn(aResponse().withStatus(404)));
    server.stubFor(any(urlPathEqualTo("/api/v1/jobs/j1")).willReturn(aResponse().withStatus(204)));
    on("/api/v1/jobs/j2", "{\"id\":\"j2\",\"state\":{\"status\":\"Queued\"}}");

    assertThat(printed("jobs", "logs", "j1")).isEqualTo("it was cold\n");
    assertThat(printed("jobs", "logs", "j2")).endsWith("job j2 has no log\n");
    assertThat(printed("jobs", "delete", "j1")).endsWith("job j1 is deleted at the service\n");
    server.verify(1, deleteRequestedFor(urlPathEqualTo("/api/v1/jobs/j1")));
  }

  @Test
  void jobThatDoesNotExistIsNotDeleted() {
    server.stubFor(
        any(urlPathEqualTo("/api/v1/jobs/j3"))
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withBody("{\"errors\":[{\"code\":1291,\"message\":\"Job not found\"}]}")));
    server.stubFor(
        any(urlPathEqualTo("/api/v1/jobs/j3/logs")).willReturn(aResponse().withStatus(404)));

    assertThat(run("jobs", "delete", "j3")).isEqualTo(ExitCode.FAILURE);
    assertThat(recording.err()).contains("there is no job 'j3'").hasLineCount(1);
    assertThat(run("jobs", "logs", "j3")).isEqualTo(ExitCode.FAILURE);
    assertThat(recording.out()).isEmpty();
  }

  @Test
  void textOfTheServiceCannotSteerTheTerminal() {
    String evil = "\u001b[31mred\u009b2J\u0007";
    server.stubFor(
        any(urlPathEqualTo("/api/v1/jobs/j1/logs"))
            .willReturn(aResponse().withBody("first\n\t" + evil + "\r\nlast\n")));
    server.stubFor(
        any(urlPathEqualTo("/api/v1/jobs/j2"))
            .willReturn(aResponse().withStatus(403).withBody(evil)));
    on(
        "/api/v1/jobs",
        "{\"jobs\":[{\"id\":\"j1\",\"tags\":[\"\\u001b[2Jtag\\u009bx\"],"
            + "\"state\":{\"status\":\"\\u001b[1mQueued\"}}]}");

    assertThat(printed("jobs", "logs", "j1")).isEqualTo("first\n\t?[31mred?2J?\nlast\n");
    printed("jobs", "list");
    run("jobs", "show", "j2");

    assertThat(recording.out() + recording.err()).doesNotContain("\u001b", "\u009b", "\u0007");
  }

  @Test
  void timesAreToldToTheSecondWithTheirZone() {
    on(
        "/api/v1/jobs",
        "{\"jobs\":[{\"id\":\"j1\",\"created\":\"2026-08-17T01:39:15.646554+02:00\"}]}");
    on(
        "/api/v1/instances/usage",
        "{\"usage_consumed_seconds\":1,\"usage_period\":{"
            + "\"start_time\":\"2026-08-01T00:00:00.123Z\",\"end_time\":\"2026-08-29T00:00:00Z\"}}");

    assertThat(printed("jobs", "list")).contains(" 2026-08-16T23:39:15Z ");
    assertThat(printed("usage")).contains("period  2026-08-01T00:00:00Z to 2026-08-29T00:00:00Z\n");
  }

  @Test
  void usageIsTold() {
    on(
        "/api/v1/instances/usage",
        "{\"usage_consumed_seconds\":12.5,\"usage_limit_seconds\":600,\"usage_limit_reached\":true}");

    assertThat(printed("usage")).isEqualTo("used    12.5 s of 600 s, the limit is reached\n");
  }

  @Test
  void troubleOfTheServiceIsOneLineAndAFailure() {
    server.stubFor(
        any(urlPathEqualTo("/api/v1/instances/usage"))
            .willReturn(aResponse().withStatus(403).withBody("<html><title>No</title></html>")));

    assertThat(run("usage")).isEqualTo(ExitCode.FAILURE);
    assertThat(recording.err()).contains("HTTP 403", "HTML").hasLineCount(1);
  }

  @Test
  void endpointElsewhereMustBeSecure() {
    assertThat(recording.run("usage", "--endpoint", "http://example.org"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(recording.err()).contains("https://").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "foo bar", "127.0.0.1:8080", "https://", "ftp://example.org"})
  void endpointThatIsNoAddressIsNamed(String text) {
    assertThat(recording.run("usage", "--endpoint", text)).isEqualTo(ExitCode.USAGE);
    assertThat(recording.err()).contains("expected URL https://", "came " + text).hasLineCount(1);
  }

  @Test
  void loginStoresWhatWorksAndOthersUseIt() throws IOException {
    on("/api/v1/instances/usage", "{\"usage_consumed_seconds\":0}");
    Path key = Files.writeString(TestSecrets.input(folder, "key"), KEY + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    String stored = TestSecrets.input(folder.resolve("config"), "ibm.json").toString();

    assertThat(
            printed(
                "ibm",
                "login",
                "--crn",
                CRN,
                "--api-key-file",
                key.toString(),
                "--credentials",
                stored))
        .contains(stored, "us-east");
    printed("usage", "--credentials", stored);

    server.verify(
        2,
        postRequestedFor(urlPathEqualTo("/identity/token")).withFormParam("apikey", equalTo(KEY)));
    server.verify(
        2,
        getRequestedFor(urlPathEqualTo("/api/v1/instances/usage"))
            .withHeader("Service-CRN", equalTo(CRN)));
  }

  @Test
  void loginWithAWrongKeyStoresNothing() throws IOException {
    server.stubFor(
        any(urlPathEqualTo("/identity/token"))
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody("{\"errorCode\":\"BXNIM0415E\",\"errorMessage\":\"no\"}")));
    Path key = Files.writeString(TestSecrets.input(folder, "key"), KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path stored = TestSecrets.input(folder, "ibm.json");

    int code =
        run(
            "ibm",
            "login",
            "--crn",
            CRN,
            "--api-key-file",
            key.toString(),
            "--credentials",
            stored.toString());

    assertThat(code).isEqualTo(ExitCode.FAILURE);
    assertThat(recording.err()).contains("API key was not accepted");
    assertThat(stored).doesNotExist();
  }

  @Test
  void keyFileOfOthersIsRefused() throws IOException {
    Path key = Files.writeString(TestSecrets.input(folder, "key"), KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(run("usage", "--api-key-file", key.toString())).isEqualTo(ExitCode.FAILURE);
    assertThat(recording.err()).contains("chmod 600");
  }
}

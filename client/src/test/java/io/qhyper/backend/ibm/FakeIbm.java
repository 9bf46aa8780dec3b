package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.qhyper.secrets.TestSecrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The service as WireMock plays it, and a client for it by a clock that does not run. */
final class FakeIbm implements AutoCloseable {
  static final String KEY = TestSecrets.KEY;
  static final String TOKEN = TestSecrets.TOKEN;
  static final Crn CRN = new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/acc:inst::");
  static final String API = "/api/v1";

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").jettyAcceptors(1));
  private final FakeTime time = new FakeTime();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final URI address;
  private int scenarios;
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.qhyper");

  FakeIbm() {
    server.start();
    address = URI.create(server.baseUrl());
    server.stubFor(
        post(urlPathEqualTo("/identity/token"))
            .willReturn(okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}")));
    server.stubFor(
        any(anyUrl()).atPriority(10).willReturn(error(404, 1291, "Job not found. Job ID: x")));
    logged.start();
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    logger.addAppender(logged);
  }

  WireMockServer server() {
    return server;
  }

  FakeTime time() {
    return time;
  }

  IbmCredentials credentials() {
    return new IbmCredentials(Secret.of(KEY), CRN, Endpoints.custom(address));
  }

  static IbmSettings settings() {
    return IbmSettings.DEFAULT.withSubmissionsPerMinute(1000);
  }

  IbmService service() {
    return service(settings());
  }

  IbmService service(IbmSettings settings) {
    return new IbmService(credentials(), settings, time.timing());
  }

  static ResponseDefinitionBuilder error(int status, int code, String message) {
    return okJson(
            "{\"errors\":[{\"code\":%d,\"message\":\"%s\",\"solution\":\"do better\"}],\"trace\":\"t-1\"}"
                .formatted(code, message))
        .withStatus(status);
  }

  /** Answers GETs of a path one after the other from now on; the last answer stays. */
  void answers(String path, ResponseDefinitionBuilder... answers) {
    inTurn(() -> get(urlPathEqualTo(API + path)), answers);
  }

  /** Answers {@code POST /jobs} one after the other; the last answer stays. */
  void onSubmit(ResponseDefinitionBuilder... answers) {
    inTurn(() -> post(urlPathEqualTo(API + "/jobs")), answers);
  }

  private void inTurn(Supplier<MappingBuilder> request, ResponseDefinitionBuilder... answers) {
    String scenario = "scenario-" + ++scenarios;
    for (int i = 0; i < answers.length; i++) {
      server.stubFor(
          request
              .get()
              .inScenario(scenario)
              .whenScenarioStateIs(state(i))
              .willSetStateTo(state(Math.min(i + 1, answers.length - 1)))
              .willReturn(answers[i]));
    }
  }

  private static String state(int number) {
    return number == 0 ? Scenario.STARTED : String.valueOf(number);
  }

  static ResponseDefinitionBuilder accepted(String id) {
    return okJson("{\"id\":\"" + id + "\"}");
  }

  static ResponseDefinitionBuilder job(String id, String status) {
    return okJson(jobText(id, status));
  }

  static String jobText(String id, String status) {
    return "{\"id\":\"%s\",\"state\":{\"status\":\"%s\"},\"status\":\"%s\"}"
        .formatted(id, status, status);
  }

  static ResponseDefinitionBuilder noJobs() {
    return okJson("{\"jobs\":[],\"count\":0}");
  }

  /** A list of queued jobs, the newest first, that all carry a tag. */
  static ResponseDefinitionBuilder jobs(String tag, String... ids) {
    String list =
        Stream.of(ids)
            .map(
                id ->
                    "{\"id\":\"%s\",\"tags\":[\"%s\"],\"state\":{\"status\":\"Queued\"}}"
                        .formatted(id, tag))
            .collect(Collectors.joining(","));
    return okJson("{\"jobs\":[" + list + "],\"count\":" + ids.length + "}");
  }

  List<LoggedRequest> submissions() {
    return server.findAll(postRequestedFor(urlPathEqualTo(API + "/jobs")));
  }

  int calls(String method, String path) {
    return server.findAll(requestedFor(method, urlPathEqualTo(API + path))).size();
  }

  /** Fails if an exception, or anything logged so far, shows the key or the token. */
  void assertNoSecret(Throwable... errors) {
    StringWriter text = new StringWriter();
    for (Throwable error : errors) {
      error.printStackTrace(new PrintWriter(text, true));
    }
    logged.list.forEach(event -> text.append(event.getFormattedMessage()).append('\n'));
    text.append(String.valueOf(credentials()));
    assertThat(text.toString()).doesNotContain(KEY, TOKEN);
  }

  static IbmSettings withTimeLimit(Duration limit) {
    return Limited.by(new CallLimits(limit, 1 << 20), settings());
  }

  @Override
  public void close() {
    logger.detachAppender(logged);
    logger.setLevel(null);
    logger.setAdditive(true);
    server.stop();
  }
}

package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.qhyper.backend.ibm.IbmException.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
  private static final String USAGE = "/instances/usage";
  private static final ResponseDefinitionBuilder GOOD =
      okJson("{\"usage_consumed_seconds\":12.5,\"new_property\":[]}");

  private final FakeIbm ibm = new FakeIbm();

  @AfterEach
  void stop() {
    ibm.close();
  }

  private IbmException failure(IbmService service) {
    IbmException error = catchThrowableOfType(IbmException.class, service::usage);
    assertThat(error).as("a failed call").isNotNull();
    ibm.assertNoSecret(error);
    return error;
  }

  private void assertGood(IbmService service) {
    assertThat(service.usage().consumedSeconds()).isEqualTo(12.5);
    ibm.assertNoSecret();
  }

  @Test
  void callsCarryTokenInstanceAndVersion() {
    ibm.answers(USAGE, GOOD);

    assertGood(ibm.service(FakeIbm.settings().withApiVersion(LocalDate.of(2026, 3, 15))));

    ibm.server()
        .verify(
            getRequestedFor(urlPathEqualTo(FakeIbm.API + USAGE))
                .withHeader("Authorization", equalTo("Bearer " + FakeIbm.TOKEN))
                .withHeader("Service-CRN", equalTo(FakeIbm.CRN.value()))
                .withHeader("IBM-API-Version", equalTo("2026-03-15"))
                .withHeader("Accept", equalTo("application/json")));
    ibm.server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo("/identity/token"))
                .withFormParam("apikey", equalTo(FakeIbm.KEY))
                .withFormParam("grant_type", equalTo("urn:ibm:params:oauth:grant-type:apikey")));
  }

  @Test
  void versionIsPinnedUnlessAskedOtherwise() {
    assertThat(IbmSettings.DEFAULT.apiVersion()).isEqualTo(LocalDate.of(2026, 4, 15));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 520, 521, 522, 524, 429})
  void readingIsRepeatedOnTransientErrorsAndThenGivenUp(int status) {
    ibm.answers(USAGE, aResponse().withStatus(status));

    IbmException error = failure(ibm.service());

    assertThat(error.kind()).isEqualTo(status == 429 ? Kind.RATE_LIMITED : Kind.UNAVAILABLE);
    assertThat(error.status()).isEqualTo(status);
    assertThat(ibm.calls("GET", USAGE)).isEqualTo(5);
    assertThat(ibm.time().sleeps())
        .containsExactly(millis(500), millis(1000), millis(2000), millis(4000));
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"7,7000", "'Mon, 23 Nov 2026 12:00:09 GMT',9000", "soon,500", "-3,500"})
  void retryAfterIsObeyedInBothForms(String header, long expectedMillis) {
    ibm.answers(USAGE, aResponse().withStatus(429).withHeader("Retry-After", header), GOOD);

    assertGood(ibm.service());

    assertThat(ibm.time().sleeps()).containsExactly(millis(expectedMillis));
  }

  @Test
  void longWaitIsToldInsteadOfSatThrough() {
    ibm.answers(USAGE, aResponse().withStatus(503).withHeader("Retry-After", "1800"));

    assertThat(failure(ibm.service())).hasMessageContaining("asks to wait 1800 s");
    assertThat(ibm.calls("GET", USAGE)).isEqualTo(1);
    assertThat(ibm.time().sleeps()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void brokenConnectionsAreRepeatedForReading(Fault fault) {
    ibm.answers(USAGE, aResponse().withFault(fault), GOOD);

    assertGood(ibm.service());

    assertThat(ibm.calls("GET", USAGE)).isEqualTo(2);
  }

  @Test
  void refusedConnectionIsNamedWithItsHost() {
    IbmService service = ibm.service();
    ibm.server().stop();

    IbmException error = failure(service);

    assertThat(error.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(error).hasMessageContaining("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "400,1517,BAD_REQUEST",
    "400,1234,NOT_READY",
    "402,0,QUOTA",
    "403,1200,FORBIDDEN",
    "404,1291,NOT_FOUND",
    "409,9,CONFLICT",
    "413,1,TOO_LARGE",
    "429,1202,RATE_LIMITED"
  })
  void errorsOfTheServiceKeepCodeSolutionAndTrace(int status, int code, Kind kind) {
    ibm.answers(USAGE, FakeIbm.error(status, code, "it went wrong"));

    IbmException error = failure(ibm.service());

    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.code()).isEqualTo(String.valueOf(code));
    assertThat(error.solution()).isEqualTo("do better");
    assertThat(error.trace()).isEqualTo("t-1");
    assertThat(error)
        .hasMessageContainingAll("it went wrong", "do better", "t-1", "HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"the reason\",\"code\":\"not_found\"}}",
        "{\"errorCode\":\"not_found\",\"errorMessage\":\"the reason\"}",
        "{\"errors\":[{\"code\":\"not_found\",\"message\":\"the reason\"},{\"code\":2}]}",
        "{\"code\":\"not_found\",\"message\":\"the reason\"}"
      })
  void olderShapesOfErrorsAreRead(String body) {
    ibm.answers(USAGE, aResponse().withStatus(400).withBody(body));

    IbmException error = failure(ibm.service());

    assertThat(error.code()).isEqualTo("not_found");
    assertThat(error).hasMessageContaining("the reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"errors\":7}", "{\"errors\":[null]}", "oh no"})
  void strangeErrorsAreErrorsStill(String body) {
    ibm.answers(USAGE, aResponse().withStatus(400).withBody(body));

    assertThat(failure(ibm.service()).kind()).isEqualTo(Kind.BAD_REQUEST);
  }

  @Test
  void htmlIsRecognised() {
    ibm.answers(
        USAGE,
        aResponse()
            .withStatus(403)
            .withBody("<!DOCTYPE html><html><head><title>Attention\n Required</title></html>"));

    assertThat(failure(ibm.service()))
        .hasMessageContainingAll("HTML", "'Attention Required'", "too large");
  }

  @Test
  void secretsThatTheServiceRepeatsAreBlottedOut() {
    ibm.answers(
        USAGE,
        aResponse()
            .withStatus(400)
            .withHeader("uber-trace-id", FakeIbm.TOKEN)
            .withBody("Bearer " + FakeIbm.TOKEN + " of " + FakeIbm.KEY));

    assertThat(failure(ibm.service())).hasMessageContaining(Secret.REDACTED);
  }

  @ParameterizedTest(name = "{index}") // names are written to reports
  @ValueSource(strings = {"", "[]", "{\"a\":", "{\"a\":tru}", "<html>", FakeIbm.TOKEN})
  void successWithoutTheRightJsonIsAProtocolError(String body) {
    ibm.answers(USAGE, aResponse().withBody(body));

    assertThat(failure(ibm.service()).kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(ibm.calls("GET", USAGE)).isEqualTo(1);
  }

  @Test
  void deepJsonIsRefused() {
    ibm.answers(
        USAGE, aResponse().withBody("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));

    assertThat(failure(ibm.service())).hasMessageContaining("nested too deeply");
  }

  @Test
  void answersAreBounded() {
    ibm.answers(USAGE, okJson("{\"a\":\"" + "x".repeat(2000) + "\"}"));
    IbmSettings small =
        Limited.by(new CallLimits(Duration.ofSeconds(30), 1000), FakeIbm.settings());

    assertThat(failure(ibm.service(small)).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void slowDripEndsAtTheTimeLimit() {
    ibm.answers(
        USAGE, okJson("{\"a\":\"" + "x".repeat(60) + "\"}").withChunkedDribbleDelay(60, 60_000));

    IbmException error = failure(ibm.service(FakeIbm.withTimeLimit(millis(200))));

    assertThat(error.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(error).hasMessageContaining("200 ms");
  }

  @Test
  void redirectsAreNotFollowed() {
    ibm.answers(
        USAGE,
        aResponse().withStatus(307).withHeader("Location", ibm.server().baseUrl() + "/elsewhere"));

    assertThat(failure(ibm.service()).status()).isEqualTo(307);
    ibm.server().verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
  }

  @Test
  void proxyIsUsed() {
    ibm.answers(USAGE, GOOD);
    InetSocketAddress proxy =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), ibm.server().port());
    IbmCredentials elsewhere =
        new IbmCredentials(
            Secret.of(FakeIbm.KEY),
            FakeIbm.CRN,
            Endpoints.custom(java.net.URI.create("http://127.0.0.1:1")));

    assertGood(new IbmService(elsewhere, FakeIbm.settings().withProxy(proxy), ibm.time().timing()));
  }

  @Test
  void refusedTokenIsRenewedOnce() {
    ibm.answers(USAGE, FakeIbm.error(401, 1219, "expired"), GOOD);

    assertGood(ibm.service());

    ibm.server().verify(2, postRequestedFor(urlPathEqualTo("/identity/token")));
  }

  @Test
  void tokenThatIsRefusedAgainIsAnError() {
    ibm.answers(USAGE, FakeIbm.error(401, 1201, "wrong account"));

    assertThat(failure(ibm.service()).kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(ibm.calls("GET", USAGE)).isEqualTo(2);
  }

  @Test
  void wrongKeyIsExplained() {
    ibm.server()
        .stubFor(
            post(urlPathEqualTo("/identity/token"))
                .willReturn(
                    okJson(
                            "{\"errorCode\":\"BXNIM0415E\",\"errorMessage\":\"Provided API key "
                                + FakeIbm.KEY
                                + " could not be found.\"}")
                        .withStatus(400)));

    IbmException error = failure(ibm.service());

    assertThat(error.kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(error.code()).isEqualTo("BXNIM0415E");
    assertThat(error).hasMessageContainingAll("API key was not accepted", "ibm login");
    assertThat(ibm.calls("GET", USAGE)).isZero();
  }

  @Test
  void afterManyFailuresNoCallIsMadeForAWhile() {
    ibm.answers(USAGE, aResponse().withStatus(503));
    IbmService service = ibm.service();
    for (int i = 0; i < 4; i++) {
      failure(service);
    }
    int before = ibm.calls("GET", USAGE);

    IbmException error =
        catchThrowableOfType(
            IbmException.class, () -> service.peek(new io.qhyper.backend.JobId("x")));

    assertThat(before).isEqualTo(19); // and the token made the window of 20 full
    assertThat(error).hasMessageContaining("too often in a row");
    assertThat(ibm.calls("GET", "/jobs/x")).isZero();
  }
}

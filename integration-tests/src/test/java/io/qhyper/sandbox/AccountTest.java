package io.qhyper.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.sandbox.SandboxSettings.Account;
import io.qhyper.sandbox.SandboxSettings.Plan;
import io.qhyper.sandbox.SandboxSettings.RetryHint;
import io.qhyper.secrets.TestSecrets;
import io.qhyper.support.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {
  private final VirtualClock clock = new VirtualClock();
  private Sandbox sandbox;

  private Caller start(SandboxSettings settings) {
    sandbox = Sandbox.start(settings, clock);
    return new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void wrongKeyIsABadRequestInTheShapeOfTheTokenService() {
    Caller caller =
        start(
            SandboxSettings.DEFAULT.withAccount(
                new Account(Optional.of(TestSecrets.KEY), Duration.ofHours(1))));

    assertThat(caller.token(TestSecrets.KEY + "-wrong").status()).isEqualTo(400);
    assertThat(caller.token(TestSecrets.KEY + "-wrong").json().path("errorCode").asText())
        .isEqualTo("BXNIM0415E");
    assertThat(caller.token(TestSecrets.KEY).json().path("expires_in").asInt()).isEqualTo(3600);
  }

  @Test
  void tokensEndByTheClock() {
    Caller caller = start(SandboxSettings.DEFAULT).login();

    assertThat(caller.get("/backends").status()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(59));
    assertThat(caller.get("/backends").status()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(1));
    assertThat(caller.get("/backends").status()).isEqualTo(401);
    assertThat(caller.login().get("/backends").status()).isEqualTo(200);
    assertThat(caller.without("Authorization").get("/backends").error()).isEqualTo("1201");
  }

  @Test
  void shapesFollowTheVersionAndAreOldWithoutOne() {
    Caller caller = start(SandboxSettings.DEFAULT).login();
    String id = caller.accepted(SandboxFixture.job(SandboxFixture.PROGRAM, "null", 10));

    assertThat(caller.get("/backends").json().at("/devices/0/name").asText())
        .isEqualTo("sandbox_heron");
    assertThat(caller.get("/jobs/" + id).json().at("/usage/status").asText()).isEqualTo("complete");
    assertThat(caller.get("/jobs/" + id + "/metrics").json().has("circuits_execution_time_ns"))
        .isTrue();
    for (String version : new String[] {"", "tomorrow", "2024-12-31"}) {
      caller.with("IBM-API-Version", version);
      assertThat(caller.get("/backends").json().at("/devices/0").asText())
          .as("version '%s'", version)
          .isEqualTo("sandbox_heron");
      assertThat(caller.get("/jobs/" + id).json().at("/usage/quantum_seconds").asInt())
          .isEqualTo(2);
      assertThat(caller.get("/jobs/" + id + "/metrics").json().at("/bss/seconds").asInt())
          .isEqualTo(2);
    }
  }

  @Test
  void withoutAnInstanceThereIsNothing() {
    Caller caller = start(SandboxSettings.DEFAULT).login();
    String id = caller.accepted(SandboxFixture.job(SandboxFixture.PROGRAM, "null", 10));

    assertThat(caller.with("Service-CRN", "crn:other").get("/jobs/" + id).error())
        .isEqualTo("1291");
    caller.without("Service-CRN");
    assertThat(caller.get("/backends").json().path("devices")).isEmpty();
    assertThat(caller.get("/jobs").error()).isEqualTo("1200");
  }

  @Test
  void errorsCarryTheTraceOfTheirAnswer() {
    Caller caller = start(SandboxSettings.DEFAULT).login();

    Caller.Reply reply = caller.get("/backends/nowhere/status");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("trace").asText())
        .isEqualTo(reply.whole().headers().firstValue("uber-trace-id").orElseThrow());
    assertThat(caller.get("/no/such/path").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void submissionsAreLimitedByTheMinute(RetryHint hint) {
    Caller caller = start(SandboxFixture.limited(hint, Plan.PAYGO)).login();
    String body = SandboxFixture.job(SandboxFixture.PROGRAM, "null", 10);
    caller.accepted(body);
    clock.pass(Duration.ofSeconds(20));
    caller.accepted(body);

    Caller.Reply refused = caller.post("/jobs", body);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.error()).isEqualTo("1202");
    assertThat(refused.whole().headers().firstValue("Retry-After").orElse("none"))
        .isEqualTo(
            switch (hint) {
              case SECONDS -> "40";
              case DATE -> "Mon, 23 Nov 2026 12:01:00 GMT";
              case NONE -> "none";
            });
    clock.pass(Duration.ofSeconds(40));
    caller.accepted(body);
    assertThat(sandbox.accepted()).hasSize(3);
    assertThat(sandbox.received(CallKind.SUBMIT)).hasSize(4);
  }

  @Test
  void usageIsCountedAndLimited() {
    Caller caller = start(SandboxFixture.limited(RetryHint.NONE, Plan.OPEN)).login();
    String body = SandboxFixture.job(SandboxFixture.PROGRAM, "null", 1_000_000);

    caller.accepted(body); // 352 s
    caller.accepted(body);

    assertThat(caller.get("/instances/usage").json().path("usage_consumed_seconds").asInt())
        .isEqualTo(704);
    assertThat(caller.get("/instances/usage").json().path("usage_limit_reached").asBoolean())
        .isTrue();
    clock.pass(Duration.ofMinutes(2));
    assertThat(caller.login().post("/jobs", body).status()).isEqualTo(409);
    assertThat(sandbox.accepted()).hasSize(2);
  }
}

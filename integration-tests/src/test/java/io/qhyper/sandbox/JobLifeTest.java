package io.qhyper.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.sandbox.Caller.Reply;
import io.qhyper.support.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobLifeTest {
  private static final String JOB = SandboxFixture.job(SandboxFixture.PROGRAM, "null", 10);

  private final VirtualClock clock = new VirtualClock();
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxFixture.slow(), clock);
    caller = new Caller(sandbox).login();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String state(String id) {
    return caller.get("/jobs/" + id).json().at("/state/status").asText();
  }

  private void pass(double seconds) {
    clock.pass(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  @Test
  void waitsRunsAndEndsByTheClock() {
    String id = caller.accepted(JOB);

    assertThat(state(id)).isEqualTo("Queued");
    pass(3);
    assertThat(state(id)).isEqualTo("Running");
    pass(1.9);
    assertThat(state(id)).isEqualTo("Running");
    pass(0.2);
    assertThat(state(id)).isEqualTo("Completed");
    assertThat(caller.get("/jobs/" + id).json().at("/usage/status").asText()).isEqualTo("pending");
    assertThat(caller.get("/jobs/" + id).json().at("/usage/qpu_charge_time_seconds").isNull())
        .isTrue();
    pass(4);
    assertThat(caller.get("/jobs/" + id).json().at("/usage/qpu_charge_time_seconds").asInt())
        .isEqualTo(2);
  }

  @Test
  void earlyResultsAreRefusedInBothWays() {
    String id = caller.accepted(JOB);

    assertThat(caller.get("/jobs/" + id + "/results").error()).isEqualTo("1234");
    assertThat(caller.get("/jobs/" + id + "/results").status()).isEqualTo(204);
    assertThat(caller.get("/jobs/" + id + "/logs").status()).isEqualTo(404);
    pass(5.1);
    assertThat(state(id)).isEqualTo("Completed");
    assertThat(caller.get("/jobs/" + id + "/results").error()).as("lag").isEqualTo("1234");
    pass(1);
    assertThat(caller.get("/jobs/" + id + "/results").json().path("results")).hasSize(1);
  }

  @Test
  void listShowsJobsLateAndFiltersThem() {
    String first =
        caller.accepted(JOB.replace("\"params\"", "\"tags\":[\"aaa\",\"bbb\"],\"params\""));
    assertThat(caller.get("/jobs?tags=aaa").json().path("count").asInt()).isZero();
    assertThat(caller.get("/jobs/" + first).status()).isEqualTo(200);
    pass(10);
    String second = caller.accepted(JOB.replace("\"params\"", "\"tags\":[\"aaa\"],\"params\""));
    pass(2);

    assertThat(caller.get("/jobs").json().at("/jobs/0/id").asText()).isEqualTo(second);
    assertThat(caller.get("/jobs?sort=ASC").json().at("/jobs/0/id").asText()).isEqualTo(first);
    assertThat(caller.get("/jobs?tags=aaa").json().path("count").asInt()).isEqualTo(2);
    Reply both = caller.get("/jobs?tags=aaa&tags=bbb");
    assertThat(both.json().path("count").asInt()).isEqualTo(1);
    assertThat(both.json().at("/jobs/0").has("params")).isFalse();
    assertThat(caller.get("/jobs?pending=true").json().at("/jobs/0/id").asText()).isEqualTo(second);
    assertThat(caller.get("/jobs?pending=false").json().at("/jobs/0/id").asText()).isEqualTo(first);
    Reply page = caller.get("/jobs?limit=1&offset=1");
    assertThat(page.json().path("jobs")).hasSize(1);
    assertThat(page.json().at("/jobs/0/id").asText()).isEqualTo(first);
    assertThat(page.json().path("count").asInt()).isEqualTo(2);
    assertThat(caller.get("/jobs?created_after=2026-11-23T12:00:05Z").json().path("count").asInt())
        .isEqualTo(1);
    assertThat(caller.get("/jobs?backend=sandbox_eagle").json().path("count").asInt()).isZero();
    assertThat(caller.get("/tags?type=job&search=bbb").json().path("tags")).hasSize(1);
  }

  @Test
  void jobsThatWaitOrRunCanBeCancelled() {
    String waiting = caller.accepted(JOB);
    String running = caller.accepted(SandboxFixture.job(SandboxFixture.PROGRAM, "null", 100_000));
    assertThat(caller.post("/jobs/" + waiting + "/cancel", "").status()).isEqualTo(204);
    pass(13);
    assertThat(caller.post("/jobs/" + running + "/cancel", "").status()).isEqualTo(204);
    pass(10);

    assertThat(state(waiting)).isEqualTo("Cancelled");
    assertThat(state(running)).isEqualTo("Cancelled");
    assertThat(sandbox.accepted()).extracting(AcceptedJob::charged).containsExactly(0L, 10L);
    assertThat(caller.post("/jobs/" + running + "/cancel", "").status()).isEqualTo(409);
  }

  @Test
  void jobBeyondItsCostIsStopped() {
    String id =
        caller.accepted(
            SandboxFixture.job(SandboxFixture.PROGRAM, "null", 100_000)
                .replace("\"params\"", "\"cost\":5,\"params\""));
    pass(8);

    Reply job = caller.get("/jobs/" + id);
    assertThat(job.json().path("status").asText()).isEqualTo("Cancelled - Ran too long");
    assertThat(job.json().at("/state/reason_code").asInt()).isEqualTo(1305);
    assertThat(sandbox.accepted().get(0).charged()).isEqualTo(5);
  }

  @Test
  void endedJobsCanBeTaggedAndDeleted() {
    String id = caller.accepted(JOB);
    assertThat(caller.call("DELETE", "/api/v1/jobs/" + id, "").status()).isEqualTo(409);
    pass(10);

    assertThat(caller.call("PUT", "/api/v1/jobs/" + id + "/tags", "{\"tags\":[\"x\"]}").status())
        .isEqualTo(204);
    assertThat(caller.get("/jobs/" + id).json().at("/tags/0").asText()).isEqualTo("x");
    assertThat(caller.call("DELETE", "/api/v1/jobs/" + id, "").status()).isEqualTo(204);
    assertThat(caller.get("/jobs/" + id).error()).isEqualTo("1291");
  }

  @Test
  void privateJobKeepsItsProgramAndIsReadOnce() {
    String id = caller.accepted(JOB.replace("\"params\"", "\"private\":true,\"params\""));
    pass(10);

    assertThat(caller.get("/jobs/" + id).json().has("params")).isFalse();
    assertThat(caller.get("/jobs/" + id + "/results").status()).isEqualTo(200);
    assertThat(caller.get("/jobs/" + id + "/results").status()).isIn(204, 400);
  }

  @Test
  void closedSessionTakesNoJobsAndDropsThoseThatWait() {
    String session =
        caller
            .post("/sessions", "{\"mode\":\"dedicated\",\"backend\":\"sandbox_heron\"}")
            .json()
            .path("id")
            .asText();
    String inSession = JOB.replace("\"params\"", "\"session_id\":\"" + session + "\",\"params\"");
    String id = caller.accepted(inSession);
    assertThat(caller.get("/sessions/" + session).json().path("state").asText())
        .isEqualTo("active");

    caller.call("DELETE", "/api/v1/sessions/" + session + "/close", "");

    assertThat(caller.get("/sessions/" + session).json().path("accepting_jobs").asBoolean())
        .isFalse();
    assertThat(state(id)).isEqualTo("Failed");
    assertThat(caller.post("/jobs", inSession).error()).isEqualTo("4001");
    assertThat(sandbox.accepted()).hasSize(1);
  }

  @Test
  void openPlanHasBatchesOnly() {
    sandbox.close();
    sandbox =
        Sandbox.start(
            SandboxFixture.limited(SandboxSettings.RetryHint.NONE, SandboxSettings.Plan.OPEN),
            clock);
    caller = new Caller(sandbox).login();

    assertThat(caller.post("/sessions", "{\"mode\":\"dedicated\"}").status()).isEqualTo(400);
    String batch = caller.post("/sessions", "{\"mode\":\"batch\"}").json().path("id").asText();
    assertThat(
            caller
                .call("PATCH", "/api/v1/sessions/" + batch, "{\"accepting_jobs\":false}")
                .status())
        .isEqualTo(204);
    assertThat(caller.get("/sessions/" + batch).json().path("accepting_jobs").asBoolean())
        .isFalse();
  }
}

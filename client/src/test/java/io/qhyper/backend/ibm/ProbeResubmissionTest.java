package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.qhyper.backend.BackendException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes after one that did not come to its end. */
class ProbeResubmissionTest {
  private static final ProbeSite SITE = new ProbeSite(List.of(0, 1, 2), Optional.empty());

  @TempDir private Path folder;
  private final FakeIbm ibm = new FakeIbm();
  private final AtomicInteger ids = new AtomicInteger();
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void stop() {
    ibm.close();
  }

  private ProbeFile file() {
    return new ProbeFile(folder.resolve("probe.json"), ibm.credentials());
  }

  private ProbeFindings probe(String device, UncertainPolicy policy) {
    IbmOptions options =
        IbmOptions.of(device)
            .withUncertain(
                policy, policy == UncertainPolicy.STOP ? Duration.ofSeconds(20) : Duration.ZERO);
    return new Probe(
            ibm.service(),
            options,
            policy == UncertainPolicy.STOP ? LostPolicy.STOP : LostPolicy.RESUBMIT,
            file(),
            () -> "id" + ids.incrementAndGet(),
            said::add)
        .run(SITE);
  }

  private ProbeFindings probe() {
    return probe("ibm_x", UncertainPolicy.STOP);
  }

  private static ResponseDefinitionBuilder listed(String id, String tag) {
    return okJson(
        "{\"jobs\":[{\"id\":\"%s\",\"tags\":[\"%s\"],\"state\":{\"status\":\"Queued\"}}]}"
            .formatted(id, tag));
  }

  private void serve(String id) {
    ibm.answers("/jobs/" + id, FakeIbm.job(id, "Completed"));
    ibm.answers("/jobs/" + id + "/results", okJson("{\"results\":[]}"));
    ibm.answers("/jobs/" + id + "/metrics", okJson("{}"));
    ibm.server()
        .stubFor(
            post(urlPathEqualTo("/api/v1/jobs/" + id + "/cancel"))
                .willReturn(aResponse().withStatus(204)));
  }

  private void loseTheFirst() {
    ibm.onSubmit(aResponse().withStatus(500), FakeIbm.accepted("j2"));
    ibm.answers("/jobs", FakeIbm.noJobs());
    assertThatThrownBy(this::probe)
        .isInstanceOf(BackendException.class)
        .hasMessageContainingAll("qhyper-id1", "--resubmit-uncertain", "give the command again");
  }

  @Test
  void anUncertainJobIsSentAgainWhereTheUserWantsThat() {
    serve("j2");
    loseTheFirst();
    assertThatThrownBy(this::probe).hasMessageContaining("qhyper-id1");
    assertThat(ibm.submissions()).hasSize(1);

    ibm.answers("/jobs", FakeIbm.noJobs(), listed("j2", "qhyper-id2"));
    ProbeFindings findings = probe("ibm_x", UncertainPolicy.RESUBMIT);

    assertThat(ibm.submissions()).hasSize(2);
    assertThat(findings.job()).isEqualTo("j2");
    assertThat(said).anyMatch(line -> line.contains("qhyper-id1") && line.contains("sent again"));
  }

  @Test
  void aJobThatTurnsUpLateIsCancelledAndTold() {
    serve("j1");
    serve("j2");
    loseTheFirst();
    // Looked for once, then the new one is seen, then the sweep finds the old one.
    ibm.answers("/jobs", FakeIbm.noJobs(), listed("j2", "qhyper-id2"), listed("j1", "qhyper-id1"));

    probe("ibm_x", UncertainPolicy.RESUBMIT);

    assertThat(ibm.calls("POST", "/jobs/j1/cancel")).isEqualTo(1);
    assertThat(said).anyMatch(line -> line.contains("job j1 turned up late (tag qhyper-id1)"));
    int lists = ibm.calls("GET", "/jobs");
    ibm.onSubmit(FakeIbm.accepted("j2"));
    ibm.answers("/jobs", listed("j2", "qhyper-id3"));
    probe();
    assertThat(ibm.calls("GET", "/jobs")).isEqualTo(lists + 1); // it is not looked for any more
  }

  @Test
  void anEarlierProbeOfAnotherDeviceIsNotThisOnes() {
    serve("j2");
    loseTheFirst();

    ibm.answers("/jobs", listed("j2", "qhyper-id2"));
    ProbeFindings findings = probe("ibm_y", UncertainPolicy.STOP);

    assertThat(findings.job()).isEqualTo("j2");
    assertThat(findings.device()).isEqualTo("ibm_y");
    ibm.answers("/jobs", FakeIbm.noJobs());
    // That of the first device is as uncertain as it was.
    assertThatThrownBy(this::probe).hasMessageContaining("qhyper-id1");
  }

  @Test
  void aJobThatWasDeletedIsSentAgainWhereTheUserWantsThat() {
    serve("j2");
    ibm.onSubmit(FakeIbm.accepted("j1"), FakeIbm.accepted("j2"));
    ibm.answers("/jobs", listed("j1", "qhyper-id1"));
    assertThatThrownBy(this::probe).hasMessageContainingAll("job j1", "--resubmit-lost");
    assertThatThrownBy(this::probe).hasMessageContaining("job j1");
    assertThat(ibm.submissions()).hasSize(1);

    ibm.time().advance(Duration.ofMinutes(1)); // it should be known by now
    ibm.answers("/jobs", listed("j2", "qhyper-id2"));
    assertThat(probe("ibm_x", UncertainPolicy.RESUBMIT).job()).isEqualTo("j2");
    assertThat(said).anyMatch(line -> line.contains("does not know job j1"));
  }

  @Test
  void aCancelledJobDoesNotKeepOthersFromBeingSent() {
    serve("j2");
    ibm.onSubmit(FakeIbm.accepted("j1"), FakeIbm.accepted("j2"));
    ibm.answers("/jobs", listed("j1", "qhyper-id1"));
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Cancelled"));
    assertThatThrownBy(this::probe).hasMessageContainingAll("j1", "was cancelled");

    ibm.answers("/jobs", listed("j2", "qhyper-id2"));
    assertThat(probe().job()).isEqualTo("j2");
  }
}

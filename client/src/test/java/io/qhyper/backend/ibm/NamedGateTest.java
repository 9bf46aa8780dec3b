package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.backend.ibm.GateFinding.Verdict;
import io.qhyper.circuit.GateName;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import io.qhyper.sim.Memory;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.SimulatedProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a service matches gates that a program defines by their names. */
class NamedGateTest {
  private static final NamedGate ECR = new NamedGate(GateName.ECR, 4, 3);
  private static final ProbeSite SITE = new ProbeSite(List.of(5, 3, 4), Optional.of(ECR));

  @TempDir private Path folder;
  private final FakeIbm ibm = new FakeIbm();
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void stop() {
    ibm.close();
  }

  private static Counts simulated(String text, int shots) {
    return SimulatedProgram.parse(text)
        .run(
            new ShotRequest(
                new double[0], shots, StreamKey.of(3, Purpose.SAMPLING), Memory.DISCARD))
        .counts()
        .get(ProbeProgram.REGISTER);
  }

  @ParameterizedTest
  @EnumSource(
      value = GateName.class,
      names = {"ECR", "RZZ"})
  void countsAreCertainWithTheGateAndRandomWithoutIt(GateName name) {
    NamedGate gate = new NamedGate(name, 4, 3);

    assertThat(gate.program()).contains("gate " + name.text());
    assertThat(simulated(gate.program(), 50)).hasToString("{11=50}");
    String without = gate.program().replaceAll("(?m)^" + name.text() + ".*;$", "");
    assertThat(simulated(without, 400).distinct()).isEqualTo(2);
  }

  private ProbeFindings probe() {
    return new Probe(
            ibm.service(),
            IbmOptions.of("ibm_x"),
            LostPolicy.STOP,
            new ProbeFile(folder.resolve("probe.json"), ibm.credentials()),
            () -> "id" + ibm.submissions().size(),
            said::add)
        .run(SITE);
  }

  /** Rows by name and the second program's samples, if there is one. */
  private static String result(String... second) {
    ObjectNode root = JsonDocument.MAPPER.createObjectNode();
    ArrayNode results = root.putArray("results");
    ArrayNode samples = samples(results, 3);
    for (String row : List.of("0x1", "0x3", "0x7")) {
      ArrayNode list = samples.addArray();
      for (int shot = 0; shot < ProbeProgram.SHOTS; shot++) {
        list.add(row);
      }
    }
    if (second.length > 0) {
      ArrayNode list = samples(results, 2);
      for (int shot = 0; shot < ProbeProgram.SHOTS; shot++) {
        list.add(second[shot % second.length]);
      }
    }
    return root.toString();
  }

  private static ArrayNode samples(ArrayNode results, int bits) {
    return results
        .addObject()
        .putObject("data")
        .putObject("c")
        .put("num_bits", bits)
        .putArray("samples");
  }

  private void serve(String id, String result) {
    ibm.answers("/jobs/" + id, FakeIbm.job(id, "Completed"));
    ibm.answers("/jobs/" + id + "/results", okJson(result));
    ibm.answers("/jobs/" + id + "/metrics", okJson("{}"));
    ibm.server()
        .stubFor(
            post(urlPathEqualTo("/api/v1/jobs/" + id + "/cancel"))
                .willReturn(aResponse().withStatus(204)));
    ibm.answers(
        "/jobs",
        okJson("{\"jobs\":[{\"id\":\"%s\",\"state\":{\"status\":\"Queued\"}}]}".formatted(id)));
  }

  @Test
  void aGateThatIsMatchedGivesItsCounts() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));
    serve("j1", result("0x3"));

    ProbeFindings findings = probe();

    assertThat(findings.gate()).contains(new GateFinding("ecr", Verdict.RIGHT, ""));
    assertThat(findings.columns()).contains(ColumnOrder.NAME);
    assertThat(ibm.submissions()).hasSize(1);
    assertThat(ibm.submissions().get(0).getBodyAsString()).contains("gate ecr", "ecr $4, $3");
    assertThat(new ProbeFile(folder.resolve("probe.json"), ibm.credentials()).found())
        .contains(findings);
    assertThat(SITE.executions()).isEqualTo(400);
  }

  @Test
  void aGateThatIsLeftOutGivesOthers() {
    ibm.onSubmit(FakeIbm.accepted("j1"));
    serve("j1", result("0x0", "0x2", "0x3"));

    assertThat(probe().gate()).contains(new GateFinding("ecr", Verdict.WRONG, ""));
  }

  @Test
  void aJobThatFailsWithTheGateIsFollowedByOneWithoutIt() {
    ibm.onSubmit(FakeIbm.accepted("j1"), FakeIbm.accepted("j2"));
    serve("j2", result());
    ibm.answers(
        "/jobs", okJson("{\"jobs\":[{\"id\":\"j1\"}]}"), okJson("{\"jobs\":[{\"id\":\"j2\"}]}"));
    ibm.answers(
        "/jobs/j1",
        okJson("{\"id\":\"j1\",\"state\":{\"status\":\"Failed\",\"reason\":\"which gate?\"}}"));

    ProbeFindings findings = probe();

    assertThat(findings.gate()).contains(new GateFinding("ecr", Verdict.REFUSED, "which gate?"));
    assertThat(findings.job()).isEqualTo("j2");
    assertThat(findings.bind()).isEqualTo(BindMode.ROWS);
    assertThat(said).anyMatch(line -> line.contains("j1") && line.contains("which gate?"));
    assertThat(ibm.submissions().get(1).getBodyAsString()).doesNotContain("gate ecr");
  }

  @Test
  void whereRowsAreRefusedTooTheGateIsNotKnown() {
    ibm.onSubmit(
        FakeIbm.error(400, 3211, "no"), FakeIbm.error(400, 3211, "no"), FakeIbm.accepted("j1"));
    serve("j1", "{\"results\":[{\"data\":{\"c\":{\"samples\":[\"0x1\"],\"num_bits\":3}}}]}");

    ProbeFindings findings = probe();

    assertThat(findings.gate()).isEmpty();
    assertThat(findings.rowsRefused().orElseThrow()).contains("no");
    assertThat(findings.form()).contains("plain");
  }
}

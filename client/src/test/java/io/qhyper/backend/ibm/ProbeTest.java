package io.qhyper.backend.ibm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.backend.BackendException;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.qasm.QasmReader;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import io.qhyper.sim.Memory;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.SimulatedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {
  private static final List<Integer> QUBITS = List.of(5, 3, 4);
  private static final ProbeSite SITE = new ProbeSite(QUBITS, Optional.empty());
  private static final int SHOTS = ProbeProgram.SHOTS;

  @TempDir private Path folder;
  private final FakeIbm ibm = new FakeIbm();
  private final AtomicInteger ids = new AtomicInteger();

  @AfterEach
  void stop() {
    ibm.close();
  }

  private ProbeFile file() {
    return new ProbeFile(folder.resolve("probe.json"), ibm.credentials());
  }

  private Probe probe() {
    return new Probe(
        ibm.service(),
        IbmOptions.of("ibm_x"),
        LostPolicy.STOP,
        file(),
        () -> "id" + ids.incrementAndGet(),
        message -> {});
  }

  /** A service that completes the job at once. */
  private void serve(String result) {
    ibm.onSubmit(FakeIbm.accepted("j1"));
    ibm.answers("/jobs", FakeIbm.jobs("qhyper-id1", "j1"));
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers("/jobs/j1/results", okJson(result));
    ibm.answers("/jobs/j1/metrics", okJson("{\"usage\":{\"qpu_charge_time_seconds\":2}}"));
    ibm.server()
        .stubFor(
            post(urlPathEqualTo("/api/v1/jobs/j1/cancel"))
                .willReturn(FakeIbm.error(409, 1293, "it has ended")));
  }

  /** Samples that a service gives which counts columns in an order; 5 % of all bits flip. */
  private static int[][] samples(ColumnOrder order) {
    Circuit program = QasmReader.read(ProbeProgram.open(QUBITS));
    List<Parameter> columns = new ArrayList<>(program.parameters());
    switch (order) {
      case NAME -> columns.sort(Comparator.comparing(Parameter::name));
      case FIRST_USE ->
          columns.sort(
              Comparator.comparing(p -> ProbeProgram.open(QUBITS).indexOf("rz(" + p.name())));
      case OTHER -> Collections.reverse(columns);
      default -> {}
    }
    Random random = new Random(4);
    int[][] rows = new int[3][];
    for (int row = 0; row < 3; row++) {
      Binding binding = Binding.of(columns, ProbeProgram.rows().get(row));
      String text = Qasm3Writer.write(program.bind(binding));
      Counts counts = simulated(text, SHOTS, row);
      int[] drawn = new int[SHOTS];
      int shot = 0;
      for (int entry = 0; entry < counts.distinct(); entry++) {
        for (int k = 0; k < counts.count(entry); k++) {
          drawn[shot++] = (int) counts.bits(entry).index() ^ noise(random);
        }
      }
      rows[row] = drawn;
    }
    return rows;
  }

  private static Counts simulated(String text, int shots, long seed) {
    StreamKey key = StreamKey.of(seed, Purpose.SAMPLING);
    return SimulatedProgram.parse(text)
        .run(new ShotRequest(new double[0], shots, key, Memory.DISCARD))
        .counts()
        .get("c");
  }

  private static int noise(Random random) {
    return IntStream.range(0, 3).map(bit -> random.nextInt(20) == 0 ? 1 << bit : 0).sum();
  }

  private static String plain(Nesting nesting, int[][] rows) {
    ObjectNode root = JsonDocument.MAPPER.createObjectNode();
    ObjectNode register =
        root.putArray("results").addObject().putObject("data").putObject("c").put("num_bits", 3);
    ArrayNode samples = register.putArray("samples");
    boolean byShot = nesting == Nesting.BY_SHOT || nesting == Nesting.FLAT_BY_SHOT;
    boolean flat = nesting == Nesting.FLAT_BY_ROW || nesting == Nesting.FLAT_BY_SHOT;
    for (int i = 0; i < (byShot ? SHOTS : 3); i++) {
      ArrayNode list = flat ? samples : samples.addArray();
      for (int k = 0; k < (byShot ? 3 : SHOTS); k++) {
        list.add("0x" + (byShot ? rows[k][i] : rows[i][k]));
      }
    }
    return root.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, BY_ROW, true",
    "DECLARATION, BY_ROW, true",
    "FIRST_USE, BY_ROW, false",
    "OTHER, BY_ROW, false",
    "NAME, BY_SHOT, false",
    "DECLARATION, FLAT_BY_ROW, true",
    "NAME, FLAT_BY_SHOT, false"
  })
  void countsTellTheOrderOfColumnsAndRows(ColumnOrder order, Nesting nesting, boolean isUsable)
      throws Exception {
    serve(plain(nesting, samples(order)));

    ProbeFindings findings = probe().run(SITE);

    assertThat(findings.form()).contains("plain");
    assertThat(findings.nesting()).contains(nesting);
    assertThat(findings.columns()).contains(order);
    assertThat(findings.areRowsUsable()).isEqualTo(isUsable);
    assertThat(findings.bind()).isEqualTo(isUsable ? BindMode.ROWS : BindMode.TEXT);
    assertThat(findings.cancelCode()).contains("1293");
    assertThat(findings.qpuSeconds()).hasValue(2);
    assertThat(findings.retryAfter()).isEmpty();
    assertThat(file().found()).contains(findings);
    assertThat(ibm.submissions()).hasSize(1);
    ibm.assertNoSecret();
  }

  @Test
  void theJobIsSmallAndCapped() throws Exception {
    serve(plain(Nesting.BY_ROW, samples(ColumnOrder.NAME)));

    probe().run(SITE);

    JsonNode body = JsonDocument.MAPPER.readTree(ibm.submissions().get(0).getBody());
    assertThat(body.path("cost").asInt()).isEqualTo(7); // 3 × (2 s + 300 × 0.35 ms), rounded up
    JsonNode pub = body.path("params").path("pubs").get(0);
    assertThat(pub.get(1)).hasSize(3);
    assertThat(pub.get(2).asInt()).isEqualTo(SHOTS);
  }

  @Test
  void samplesWithoutCertaintyTellNoOrder() throws Exception {
    int[][] rows = new int[3][SHOTS];
    Random random = new Random(1);
    for (int[] row : rows) {
      for (int shot = 0; shot < SHOTS; shot++) {
        row[shot] = random.nextInt(8);
      }
    }
    serve(plain(Nesting.BY_ROW, rows));

    ProbeFindings findings = probe().run(SITE);

    assertThat(findings.columns()).isEmpty();
    assertThat(findings.bind()).isEqualTo(BindMode.TEXT);
  }

  @Test
  void delayUntilTheListKnowsTheJobIsMeasured() throws Exception {
    serve(plain(Nesting.BY_ROW, samples(ColumnOrder.NAME)));
    ibm.answers(
        "/jobs",
        FakeIbm.noJobs(),
        FakeIbm.error(429, 1202, "slowly").withHeader("Retry-After", "9"),
        FakeIbm.noJobs(),
        FakeIbm.jobs("qhyper-id1", "j1"));

    ProbeFindings findings = probe().run(SITE);

    // Two looks half a second apart, and what the service asked for.
    assertThat(findings.visibleSeconds()).hasValue(10);
    assertThat(findings.horizon()).contains(Duration.ofSeconds(200));
    assertThat(findings.retryAfter()).contains("9 s");
  }

  @Test
  void serviceThatTakesNoRowsIsAskedForTheFormOnly() throws Exception {
    serve("{\"results\":[{\"data\":{\"c\":{\"samples\":[\"0x1\"],\"num_bits\":3}}}]}");
    ibm.onSubmit(FakeIbm.error(400, 3211, "no rows here"), FakeIbm.accepted("j1"));

    ProbeFindings findings = probe().run(SITE);

    assertThat(findings.rowsRefused().orElseThrow()).contains("no rows here");
    assertThat(findings.form()).contains("plain");
    assertThat(findings.nesting()).isEmpty();
    assertThat(findings.bind()).isEqualTo(BindMode.TEXT);
    assertThat(ibm.submissions()).hasSize(2);
    String text =
        JsonDocument.MAPPER
            .readTree(ibm.submissions().get(1).getBody())
            .at("/params/pubs/0/0")
            .asText();
    assertThat(simulated(text, 50, 1)).hasToString("{001=50}");
  }

  @Test
  void jobThatFailsTellsThatRowsAreRefused() throws Exception {
    serve("{}");
    ibm.answers(
        "/jobs/j1",
        okJson(
            "{\"id\":\"j1\",\"state\":{\"status\":\"Failed\",\"reason\":\"inputs?\",\"reason_code\":3211}}"));

    ProbeFindings findings = probe().run(SITE);

    assertThat(findings.rowsRefused().orElseThrow()).contains("inputs?");
    assertThat(findings.form()).isEmpty();
    assertThat(findings.areRowsUsable()).isFalse();
  }

  @Test
  void probeThatWasBrokenOffGoesOnWithItsJob() throws Exception {
    serve(plain(Nesting.BY_ROW, samples(ColumnOrder.NAME)));
    ibm.answers("/jobs/j1", FakeIbm.error(404, 1291, "gone for now"));
    assertThatThrownBy(() -> probe().run(SITE)).isInstanceOf(BackendException.class);

    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ProbeFindings findings = probe().run(SITE);

    assertThat(ibm.submissions()).hasSize(1);
    assertThat(findings.columns()).contains(ColumnOrder.NAME);
    assertThat(findings.visibleSeconds()).isEmpty(); // it was not there to see
  }

  @Test
  void uncertainSubmissionIsLookedUpBeforeAnother() throws Exception {
    serve(plain(Nesting.BY_ROW, samples(ColumnOrder.NAME)));
    ibm.onSubmit(aResponse().withStatus(500));
    ibm.answers("/jobs", FakeIbm.noJobs());
    assertThatThrownBy(() -> probe().run(SITE))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("qhyper-id1");

    ibm.answers("/jobs", FakeIbm.jobs("qhyper-id1", "j1"));
    probe().run(SITE);

    assertThat(ibm.submissions()).hasSize(1);
  }

  @Test
  void accountsAreKeptApartAndTheFileIsTheOwners() throws Exception {
    serve(plain(Nesting.BY_ROW, samples(ColumnOrder.NAME)));
    probe().run(SITE);
    Path path = folder.resolve("probe.json");
    Crn other = new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/acc:other::");

    assertThat(Files.readString(path)).doesNotContain(FakeIbm.KEY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(
            new ProbeFile(
                    path,
                    new IbmCredentials(
                        Secret.of(FakeIbm.KEY + "-2"), other, ibm.credentials().endpoints()))
                .found())
        .isEmpty();
  }

  @Test
  void damagedFileIsTold() throws Exception {
    Path path = folder.resolve("probe.json");
    Files.writeString(path, "{\"accounts\":");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> file().found())
        .isInstanceOf(java.io.IOException.class)
        .hasMessageContainingAll("probe.json", "delete it");
  }
}

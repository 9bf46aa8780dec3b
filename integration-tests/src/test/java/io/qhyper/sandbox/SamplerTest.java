package io.qhyper.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.support.VirtualClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
  private static final String PI = "3.141592653589793";

  private final VirtualClock clock = new VirtualClock();
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxSettings.DEFAULT.withSeed(5), clock);
    caller = new Caller(sandbox).login();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode result(String body) {
    String id = caller.accepted(body);
    Caller.Reply reply = caller.get("/jobs/" + id + "/results");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode state(String body) {
    return caller.get("/jobs/" + caller.accepted(body)).json().path("state");
  }

  private static List<String> texts(JsonNode samples) {
    List<String> texts = new ArrayList<>();
    samples.forEach(sample -> texts.add(sample.asText()));
    return texts;
  }

  @Test
  void registersAreNumbersWithTheirFirstBitLeastSignificant() {
    JsonNode data =
        result(SandboxFixture.job(SandboxFixture.PROGRAM, "null", 400)).at("/results/0/data");

    assertThat(data.at("/c/num_bits").asInt()).isEqualTo(2);
    assertThat(data.at("/d/num_bits").asInt()).isEqualTo(1);
    assertThat(texts(data.at("/d/samples"))).hasSize(400).containsOnly("0x0");
    List<String> samples = texts(data.at("/c/samples"));
    assertThat(samples).hasSize(400).containsOnly("0x1", "0x3");
    // A coin thrown 400 times: mean 200, standard deviation 10; five of them are allowed.
    assertThat(samples.stream().filter("0x3"::equals).count()).isBetween(150L, 250L);
  }

  @Test
  void valuesByPositionFollowTheNamesOfTheInputs() {
    String oneByName =
        SandboxFixture.job(SandboxFixture.INPUTS, "{\"alpha\":" + PI + ",\"zeta\":0}", 5);
    String oneByPlace = SandboxFixture.job(SandboxFixture.INPUTS, "[" + PI + ",0]", 5);
    String table = SandboxFixture.job(SandboxFixture.INPUTS, "[[" + PI + ",0],[0," + PI + "]]", 2);

    assertThat(texts(result(oneByName).at("/results/0/data/c/samples"))).containsOnly("0x2");
    assertThat(texts(result(oneByPlace).at("/results/0/data/c/samples"))).containsOnly("0x2");
    assertThat(result(table).at("/results/0/data/c/samples").toString())
        .isEqualTo("[[\"0x2\",\"0x2\"],[\"0x1\",\"0x1\"]]");
  }

  @Test
  void sameJobAgainIsIndependentAndAFreshSandboxRepeatsBoth() {
    String body = SandboxFixture.job(SandboxFixture.PROGRAM, "null", 200);
    String tagged = body.replace("\"params\"", "\"tags\":[\"other\"],\"params\"");
    String first = result(body).toString();
    String second = result(tagged).toString();
    assertThat(second).isNotEqualTo(first);

    sandbox.close();
    start();
    assertThat(result(tagged).toString()).isEqualTo(first);
    assertThat(result(body).toString()).isEqualTo(second);

    sandbox.close();
    sandbox = Sandbox.start(SandboxSettings.DEFAULT.withSeed(6), clock);
    caller = new Caller(sandbox).login();
    assertThat(result(body).toString()).isNotEqualTo(first);
  }

  @Test
  void widthsBeyondOneWordKeepTheirBits() {
    assertThat(PlainResult.hex(io.qhyper.shots.BitString.parse("1" + "0".repeat(68) + "1")))
        .isEqualTo("0x200000000000000001");
    assertThat(PlainResult.hex(io.qhyper.shots.BitString.parse("0".repeat(66) + "1101")))
        .isEqualTo("0xd");
  }

  @Test
  void largeResultsAreStreamedAndComeAgain() {
    String id = caller.accepted(SandboxFixture.job(SandboxFixture.PROGRAM, "null", 150_000));

    String once = caller.get("/jobs/" + id + "/results").body();

    assertThat(caller.get("/jobs/" + id + "/results").body()).isEqualTo(once);
    assertThat(once.length()).isGreaterThan(150_000 * 12);
  }

  @Test
  void typedFormHoldsBytesWithTheLowBitsLast() throws Exception {
    String body =
        SandboxFixture.job(
                "OPENQASM 3.0; include \\\"stdgates.inc\\\"; bit[10] c; x $0; x $1;"
                    + " c[9] = measure $0; c[0] = measure $1;",
                "null",
                3)
            .replace(",\"support_qiskit\":false", "");

    JsonNode root = result(body);

    assertThat(root.path("__type__").asText()).isEqualTo("PrimitiveResult");
    JsonNode bits = root.at("/__value__/pub_results/0/__value__/data/__value__/fields/c/__value__");
    assertThat(bits.path("num_bits").asInt()).isEqualTo(10);
    byte[] packed = Base64.getDecoder().decode(bits.at("/array/__value__").asText());
    byte[] file = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("'shape': (3, 2)");
    assertThat(file.length % 64).isEqualTo(6);
    assertThat(file).endsWith(2, 1, 2, 1, 2, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sandbox_heron | h $0;                    | the instruction h on qubits [0]",
        "sandbox_heron | cz $0, $2;               | the instruction cz on qubits [0, 2]",
        "sandbox_heron | cz $13, $14;             | the faulty gate cz on qubits [13, 14]",
        "sandbox_heron | x $20;                   | faulty qubit 20",
        "sandbox_heron | x $27;                   | qubit 27 on a system of 27 qubits",
        "sandbox_heron | rzz(-0.1) $0, $1;        | which is not in 0..pi/2",
        "sandbox_heron | rzz(1.6) $0, $1;         | which is not in 0..pi/2",
        "sandbox_heron | ctrl @ x $0, $1;         | does not take 'ctrl'",
        "sandbox_eagle | cz $0, $1;               | the instruction cz on qubits [0, 1]",
        "sandbox_eagle | ecr $1, $0;              | the instruction ecr on qubits [1, 0]",
        "sandbox_eagle | ecr $1, $2;              | the instruction ecr on qubits [1, 2]",
      })
  void programThatIsNotForTheDeviceFailsTheJob(String device, String step, String reason) {
    String definitions =
        "gate ecr a, b { rz(pi/2) a; } gate rzz(t) a, b { cx a, b; rz(t) b; cx a, b; } ";
    String text =
        "OPENQASM 3.0; include \\\"stdgates.inc\\\"; "
            + definitions
            + "bit[1] c; "
            + step
            + " c[0] = measure $0;";

    JsonNode state = state(SandboxFixture.job(device, "[[\"" + text + "\",null,1]]", ""));

    assertThat(state.path("status").asText()).isEqualTo("Failed");
    assertThat(state.path("reason_code").asInt()).isIn(1517, 3211);
    assertThat(state.path("reason").asText()).contains(reason);
    assertThat(state.path("reason_solution").asText()).isNotBlank();
    assertThat(sandbox.accepted().get(0).charged()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox_heron,cz $0$ $1;",
    "sandbox_heron,cz $1$ $0;",
    "sandbox_eagle,ecr $0$ $1;",
    "sandbox_eagle,ecr $2$ $1;",
    "sandbox_heron,rzz(1.5) $0$ $1;"
  })
  void nativeProgramCompletes(String device, String step) {
    String text =
        "OPENQASM 3.0; include \\\"stdgates.inc\\\"; gate ecr a, b { rz(pi/2) a; }"
            + " gate rzz(t) a, b { cx a, b; rz(t) b; cx a, b; } bit[1] c; "
            + step.replace("$ $", ", $")
            + " c[0] = measure $0;";

    assertThat(
            state(SandboxFixture.job(device, "[[\"" + text + "\",null,1]]", ""))
                .path("status")
                .asText())
        .isEqualTo("Completed");
  }

  @Test
  void firstVersionOfTheSamplerFailsTheJob() {
    JsonNode state =
        state(SandboxFixture.job(SandboxFixture.PROGRAM, "null", 1).replace("\"version\":2,", ""));

    assertThat(state.path("reason_code").asInt()).isEqualTo(1515);
  }

  @Test
  void textThatCannotBeReadFailsTheJobAndTheResultTellsWhy() {
    String id = caller.accepted(SandboxFixture.job("no program", "null", 1));

    assertThat(caller.get("/jobs/" + id).json().at("/state/reason_code").asInt()).isEqualTo(3211);
    assertThat(caller.get("/jobs/" + id + "/results").body()).contains("did not complete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"supports_qiskit\":false,\"version\":2",
        "\"version\":2,\"options\":{\"transpilation\":{}}",
        "\"version\":2,\"options\":{\"twirling\":{\"on\":true}}",
        "\"version\":2,\"options\":{\"dynamical_decoupling\":{\"sequence_type\":\"YY\"}}",
        "\"version\":2,\"shots\":0",
        "\"version\":2,\"shots\":\"many\""
      })
  void unknownKeysAndValuesAreRefused(String params) {
    String body =
        SandboxFixture.job(SandboxFixture.PROGRAM, "null", 1).replace("\"version\":2", params);

    assertThat(caller.post("/jobs", body).status()).isEqualTo(400);
    assertThat(sandbox.accepted()).isEmpty();
  }

  @Test
  void tagsAreLimited() {
    String body = SandboxFixture.job(SandboxFixture.PROGRAM, "null", 1);
    String nine = "\"tags\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"],\"params\"";
    String longTag = "\"tags\":[\"" + "x".repeat(87) + "\"],\"params\"";

    assertThat(caller.post("/jobs", body.replace("\"params\"", nine)).error()).isEqualTo("1204");
    assertThat(caller.post("/jobs", body.replace("\"params\"", longTag)).error()).isEqualTo("1205");
    assertThat(caller.post("/jobs", "{").status()).isEqualTo(400);
    assertThat(caller.post("/jobs", body.replace("heron", "nowhere")).error()).isEqualTo("1291");
  }
}

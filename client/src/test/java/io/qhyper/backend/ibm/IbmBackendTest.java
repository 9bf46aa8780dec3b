package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.backend.BackendException.Kind;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbmBackendTest extends IbmBackendFixture {
  @Test
  void rowsAreBoundIntoTextsAndCapped() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));

    assertThat(open().submit(request(new double[] {1, 2, 3}, new double[] {4, 5, -6.5})))
        .isEqualTo(JOB);

    JsonNode body = sent(0);
    assertThat(body.path("backend").asText()).isEqualTo("ibm_x");
    assertThat(body.path("cost").asInt()).isEqualTo(7); // 3 × (2 s + 4 executions), rounded up
    assertThat(body.path("tags").toString()).isEqualTo("[\"qhyper-id1\",\"qhyper-shape-2x1x2\"]");
    JsonNode pubs = body.path("params").path("pubs");
    assertThat(pubs).hasSize(2);
    assertThat(pubs.get(0).get(0).asText())
        .contains("rz(1", "rz(2", "rz(3")
        .doesNotContain("input");
    assertThat(pubs.get(1).get(0).asText()).contains("rz(-6.5");
    assertThat(pubs.get(1).get(1).isNull()).isTrue();
    assertThat(pubs.get(1).get(2).asInt()).isEqualTo(2);
    assertThat(log.events()).containsExactly("intended qhyper-id1", "accepted qhyper-id1 j1");
  }

  @Test
  void rowsOfValuesFollowTheNamesOfTheInputs() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"));

    open(IbmOptions.of("ibm_x").withBind(BindMode.ROWS))
        .submit(request(new double[] {10, 9, 1}, new double[] {20, 19, 11}));

    JsonNode pub = sent(0).path("params").path("pubs").get(0);
    assertThat(pub.get(1).toString()).isEqualTo("[[1.0,10.0,9.0],[11.0,20.0,19.0]]");
    assertThat(pub.get(0).asText().replaceAll("(?s).*?input float\\[64\\] (\\w+);", "$1 "))
        .startsWith("a t10 t9");
  }

  @Test
  void refusedRowsFallBackToTexts() throws Exception {
    ibm.onSubmit(FakeIbm.error(400, 3211, "no rows"), FakeIbm.accepted("j1"));
    IbmBackend backend = open(IbmOptions.of("ibm_x").withBind(BindMode.ROWS));

    assertThat(backend.submit(oneRow())).isEqualTo(JOB);
    backend.submit(oneRow());

    assertThat(ibm.submissions()).hasSize(3); // rows once, then texts only
    assertThat(sent(1).path("params").path("pubs").get(0).get(1).isNull()).isTrue();
  }

  @Test
  void resultsAreReadForEitherForm() throws Exception {
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.onSubmit(FakeIbm.accepted("j1"));
    JobRequest twoRows = request(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    String expected = "[{c={01=2}}, {c={10=1, 11=1}}]";

    IbmBackend texts = open();
    ibm.answers("/jobs/j1/results", result("[\"0x1\",\"0x1\"]", "[\"0x2\",\"0x3\"]"));
    assertThat(texts.result(texts.submit(twoRows)).rows().toString()).isEqualTo(expected);

    IbmBackend rows = open(IbmOptions.of("ibm_x").withBind(BindMode.ROWS));
    JobId id = rows.submit(twoRows);
    ibm.answers("/jobs/j1/results", result("[\"0x1\",\"0x1\",\"0x2\",\"0x3\"]"));
    assertThat(rows.result(id).rows().toString()).isEqualTo(expected);
  }

  @Test
  void largeRequestsAreSplitAndJoinedInOrder() throws Exception {
    ibm.onSubmit(FakeIbm.accepted("j1"), FakeIbm.accepted("j2"), FakeIbm.accepted("j3"));
    IbmBackend backend = open(Limited.by(new JobLimits(4, 1 << 20, 100), IbmOptions.of("ibm_x")));
    double[][] rows = {{1, 0, 0}, {2, 0, 0}, {3, 0, 0}, {4, 0, 0}, {5, 0, 0}};

    JobId id = backend.submit(request(rows));

    assertThat(id).hasToString("j1,j2,j3");
    ibm.answers("/jobs/j1", FakeIbm.job("j1", "Completed"));
    ibm.answers("/jobs/j2", FakeIbm.job("j2", "Running"), FakeIbm.job("j2", "Completed"));
    ibm.answers("/jobs/j3", FakeIbm.job("j3", "Completed"));
    ibm.answers("/jobs/j1/results", result("[\"0x0\",\"0x0\"]", "[\"0x1\",\"0x1\"]"));
    ibm.answers("/jobs/j2/results", result("[\"0x2\",\"0x2\"]", "[\"0x3\",\"0x3\"]"));
    ibm.answers("/jobs/j3/results", result("[\"0x0\",\"0x3\"]"));
    assertThat(backend.state(id)).isEqualTo(new JobState.Running());
    assertThat(backend.await(id, LONG)).isEqualTo(new JobState.Completed());
    assertThat(backend.result(id).register("c").toString())
        .isEqualTo("[{00=2}, {01=2}, {10=2}, {11=2}, {00=1, 11=1}]");
    assertThat(sent(2).path("params").path("pubs")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "OPENQASM 3.0; include \"stdgates.inc\"; qubit[1] q; x q[0];"})
  void badProgramIsRefusedBeforeAnythingIsSent(String program) {
    JobRequest bad = new JobRequest(program, List.of(new double[0]), 10, STREAM);

    assertThat(failure(() -> open().submit(bad)).kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(log.events()).isEmpty();
  }

  @Test
  void badRowsAndShotsAreRefusedBeforeAnythingIsSent() {
    for (double[] row : List.of(new double[2], new double[] {1, 2, Double.NaN})) {
      assertThat(failure(() -> open().submit(request(row))).kind()).isEqualTo(Kind.BAD_REQUEST);
    }
    JobRequest many = new JobRequest(PROGRAM, List.of(new double[3]), 100_001, STREAM);
    assertThat(failure(() -> open().submit(many))).hasMessageContaining("100000 shots");
    assertThat(ibm.submissions()).isEmpty();
  }

  @Test
  void saysWhatItIs() {
    assertThat(open().name()).isEqualTo("ibm:ibm_x");
    assertThat(open().capabilities().paid()).isTrue();
    assertThat(open().capabilities().maximumQubits()).isEqualTo(156);
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qhyper.hardware.FakeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands with {@code --backend ibm:NAME} send, against a service on this machine. */
class HardwareRunTest extends HardwareFixture {
  @Test
  void correctsWithACalibrationOfTheQubitsThatTheRunMeasures() throws IOException {
    RecordingConsole train =
        command(
            "train "
                + SMALL
                + " --mitigation readout --calibration-shots 20 --json --run "
                + run("mitigated")
                + hardware());

    assertThat(train.err()).doesNotContain("failed");
    String calibration = Files.readString(run("mitigated").resolve("calibration.json"));
    assertThat(train.out()).contains("\"calibration_backend\" : \"ibm:" + FakeService.DEVICE);
    assertThat(calibration).contains("\"backend\" : \"ibm:" + FakeService.DEVICE);
  }

  @Test
  void aGradientIsOneJobOfTwoRowsForEachLiveParameter() throws IOException {
    RecordingConsole whole = train("--json", "a");

    JsonNode report = new ObjectMapper().readTree(whole.out());
    int live = report.get("live_parameters").asInt();
    assertThat(live).as(whole.err()).isGreaterThan(3);
    // Two steps of gradient and loss, then the comparison of best and last angles, and the winner.
    assertThat(circuits().subList(0, 4)).containsExactly(2 * live, 1, 2 * live, 1);
    assertThat(report.get("hardware").get("jobs").asInt()).isEqualTo(ibm.jobs().size());
    assertThat(report.get("hardware").get("qpu_seconds").asDouble())
        .isEqualTo(2.0 * ibm.jobs().size());
    assertThat(report.get("circuits").asInt())
        .isEqualTo(circuits().stream().mapToInt(Integer::intValue).sum());
    JsonNode body = ibm.jobs().get(0).body();
    assertThat(body.path("cost").asInt()).isEqualTo(7); // 3 × (2 s + 60 executions), rounded up
    assertThat(ibm.jobs().get(0).text(0)).contains("cz $").doesNotContain("input");
    assertThat(command("runs show " + run("a")).out())
        .contains("quantum time", ibm.jobs().size() + " jobs, ");
  }

  @Test
  void aStepOfSpsaIsOneJobOfTwoRowsForEachDirection() {
    train("--optimizer spsa --spsa-average 3 --loss-every 0 --objective mean", "a");

    assertThat(circuits().subList(0, 2)).containsExactly(6, 6);
  }

  @Test
  void limitsCountWhatIsNotChargedYet() {
    ibm.charge(0, false);

    RecordingConsole stopped = train("--max-cost 4 --price premium", "a"); // 5 s

    assertThat(stopped.err()).contains("--max-cost 4.00", "0.0 s are charged");
    assertThat(ibm.jobs()).hasSize(2);
  }

  @Test
  void aBatchIsOpenedOnceAndClosedAtTheEnd() {
    RecordingConsole whole = train("--mode batch", "a");

    assertThat(whole.err()).contains("batch session1 is open");
    assertThat(ibm.jobs()).extracting(FakeService.Job::session).containsOnly("session1");
    assertThat(ibm.calls()).containsOnlyOnce("POST sessions");
    assertThat(ibm.calls().get(ibm.calls().size() - 1)).isEqualTo("PATCH sessions/session1");
  }

  @Test
  void aBatchThatIsClosedIsReplacedAndThenGivenUp() {
    ibm.end("session1");

    RecordingConsole second = train("--mode batch", "a");
    assertThat(second.err()).contains("session1 takes no more jobs");
    assertThat(ibm.jobs()).extracting(FakeService.Job::session).containsOnly("session2");

    ibm.end("session3");
    ibm.end("session4");
    RecordingConsole single = train("--mode batch", "b");
    assertThat(single.err()).contains("the rest goes as single jobs");
    assertThat(ibm.jobs().get(ibm.jobs().size() - 1).session()).isEmpty();
  }

  @Test
  void evaluateAndRunSendOneJob() throws IOException {
    train("", "a");
    int sent = ibm.jobs().size();
    Path program = folder().resolve("bell.qasm");
    Files.writeString(
        program,
        "OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; bit[2] c; h q[0]; cx q[0], q[1];"
            + " c = measure q;");

    RecordingConsole counts = command("run " + program + " --shots 32" + hardware());
    RecordingConsole loss =
        command(
            "evaluate --problem gaussians --hidden 2 --activation relu --layers 2 --shots 8"
                + " --params "
                + run("a").resolve("parameters.json")
                + hardware());

    assertThat(counts.out()).as(counts.err()).contains("c[2], 32 shots", "00", "11");
    assertThat(counts.err()).contains("qhyper jobs results");
    assertThat(loss.out()).as(loss.err()).contains("expected loss", "(8 shots)");
    assertThat(ibm.jobs()).hasSize(sent + 2);
  }

  @Test
  void foldedCircuitsAreSentWithMoreGatesAndWithinOneLimit() {
    train("", "a");
    int sent = ibm.jobs().size();
    String evaluate =
        "evaluate --problem gaussians --hidden 2 --activation relu --layers 2 --shots 8"
            + " --params "
            + run("a").resolve("parameters.json")
            + hardware()
            + " --zne 1,3,5";

    // Each of the three jobs takes two seconds and a little.
    RecordingConsole refused = command(evaluate + " --max-qpu-seconds 5");
    assertThat(refused.err()).contains("nothing was sent", "5").hasLineCount(1);
    assertThat(ibm.jobs()).hasSize(sent);

    RecordingConsole loss = command(evaluate);
    assertThat(loss.out()).as(loss.err()).contains("noise x 5", "linear", "(24 shots)");
    assertThat(ibm.jobs()).hasSize(sent + 3);
    int[] gates =
        texts(sent).stream()
            .mapToInt(text -> text.split("\n(cz|ecr|cx) ", -1).length - 1)
            .toArray();
    assertThat(gates[0]).isPositive();
    assertThat(gates).containsExactly(gates[0], 3 * gates[0], 5 * gates[0]);
  }

  @Test
  void capsOfFoldedCircuitsAreForTheirOwnLength() {
    train("", "a");
    int sent = ibm.jobs().size();
    RecordingConsole loss =
        command(
            "evaluate --problem gaussians --hidden 2 --activation relu --layers 2 --shots 100000"
                + " --params "
                + run("a").resolve("parameters.json")
                + hardware()
                + " --zne 1,9,99");

    assertThat(loss.out()).as(loss.err()).contains("noise x 99");
    double[] caps =
        ibm.jobs().subList(sent, sent + 3).stream()
            .mapToDouble(job -> job.body().path("cost").asInt())
            .toArray();
    // 90 more folds of at least one cz of 68 ns, 100,000 times, and a margin of 3.
    assertThat(caps[2] - caps[1]).isGreaterThanOrEqualTo(Math.floor(90 * 68e-9 * 1e5 * 3));
    assertThat(caps[1]).isGreaterThanOrEqualTo(caps[0]);
  }

  @Test
  void twirledRowsAreSent() {
    String options = "--mitigation twirl --calibration-shots 40";
    RecordingConsole whole = train(options, "whole");
    assertThat(whole.out()).as(whole.err()).contains("best network");
    // The calibration, then four rows for each of the gradient's.
    assertThat(ibm.jobs().get(0).circuits()).isEqualTo(4);
    int gradient = ibm.jobs().get(1).circuits();
    assertThat(gradient).isPositive();
    assertThat(gradient % 8).isZero(); // two shifts and four patterns for each parameter
  }

  @Test
  void aPausedDeviceIsToldAndOthersAreRefusedWithTheirNames() {
    ibm.status("{\"state\":true,\"status\":\"paused\",\"length_queue\":3}");
    assertThat(train("", "a").err()).contains("runs no jobs now: paused");

    ibm.status("{\"state\":false,\"status\":\"offline\",\"length_queue\":0}");
    assertThat(train("", "b").err()).contains("takes no jobs now", "ibm_other").hasLineCount(1);
    assertThat(command("train " + SMALL + " --backend ibm:nobody" + connection()).err())
        .contains("no device 'nobody'", FakeService.DEVICE, "ibm_other")
        .hasLineCount(1);
    assertThat(run("b")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "'train --bind rows', --bind belongs to --backend ibm:NAME",
    "'train --mode batch', --mode belongs to",
    "'train --layout 0', --layout belongs to",
    "'train --no-init-qubits', --init-qubits belongs to",
    "'train --rep-delay 900 HARDWARE', repetition delays of 0.0 to 500.0 us",
    "'train --price gold --max-cost 1 HARDWARE', 'gold'",
    "'train --price open --max-cost 1 HARDWARE', --max-qpu-seconds",
    "'train --fractional --twirl-gates HARDWARE', exclude each other",
    "'train --cost-margin 0.5 HARDWARE', margin",
    "'train --layout 0,1 HARDWARE', layout",
  })
  void whatDoesNotFitIsRefusedBeforeAnythingIsSent(String line, String message) {
    String[] words = line.split(" ", 2);
    String whole = words[0] + (words[0].equals("train") ? " " + SMALL : "") + " " + words[1];
    RecordingConsole refused = command(whole.replace("HARDWARE", hardware()));

    assertThat(refused.err()).contains(message).hasLineCount(1).doesNotContain("bug");
    assertThat(ibm.jobs()).isEmpty();
  }

  @Test
  void exactValuesAreRefused() throws IOException {
    String exact = "--problem gaussians --hidden 2" + hardware();
    assertThat(command("train --gradient exact " + exact).err())
        .contains("no exact gradients")
        .hasLineCount(1);
    Path angles = folder().resolve("angles.json");
    Files.writeString(angles, "[" + "0.1,".repeat(19) + "0.1]");
    assertThat(command("evaluate --layers 1 --params " + angles + " " + exact).err())
        .contains("gives no exact values: add --shots")
        .hasLineCount(1);
    assertThat(ibm.calls()).isEmpty();
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.hardware.FakeService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs on hardware that were stopped or broken off, and go on. */
class HardwareResumeTest extends HardwareFixture {
  @Test
  void aRunGoesOnWithTheDeviceAsItWas() throws IOException {
    train("", "whole");
    List<String> whole = texts(0);
    int jobs = ibm.jobs().size();
    RecordingConsole first = train("--max-qpu-seconds 3", "a");
    ibm.calibrate(0.9); // the first qubits would be avoided now

    RecordingConsole resumed =
        command("resume " + run("a") + " --max-qpu-seconds 1000" + connection());

    assertThat(first.err()).contains("--max-qpu-seconds 3.0", "qhyper resume " + run("a"));
    assertThat(resumed.out()).as(resumed.err()).contains("best network", "quantum time");
    assertThat(texts(jobs)).isEqualTo(whole);
    assertThat(metrics(run("a"))).isEqualTo(metrics(run("whole")));
  }

  @Test
  void aFailedJobIsToldAndSentAgainWhenTheUserResumes() {
    ibm.fail(2);

    RecordingConsole failed = train("", "a");
    assertThat(failed.err()).contains("job2 failed: the cryostat is warm", "qhyper resume");
    int sent = ibm.jobs().size();
    RecordingConsole resumed = command("resume " + run("a"));

    assertThat(sent).isEqualTo(2);
    assertThat(resumed.out()).as(resumed.err()).contains("best network");
  }

  @Test
  void aStoppedRunLeavesItsJobsAndFetchesThemLater() throws IOException {
    RecordingConsole stopped = RecordingConsole.ticking();
    ibm.hold(stopped.session().stop()::request);
    int code =
        stopped.run(("train " + SMALL + " --run " + run("a") + hardware()).trim().split(" +"));
    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(stopped.err()).contains("jobs job1, job2 went on", "qhyper resume " + run("a"));
    assertThat(ibm.calls()).noneMatch(call -> call.contains("cancel"));
    ibm.release();

    command("resume " + run("a"));
    List<String> resumed = texts(0);
    train("", "whole");

    assertThat(texts(ibm.jobs().size() / 2)).isEqualTo(resumed);
    assertThat(metrics(run("a"))).isEqualTo(metrics(run("whole")));
  }

  @Test
  void aDeletedJobIsSentAgainAndTheOthersAreNot() throws IOException {
    RecordingConsole stopped = RecordingConsole.ticking();
    ibm.hold(stopped.session().stop()::request);
    stopped.run(("train " + SMALL + " --run " + run("a") + hardware()).trim().split(" +"));
    assertThat(ibm.jobs()).hasSize(2);
    ibm.release();
    ibm.delete(2);

    RecordingConsole resumed = RecordingConsole.after(Duration.ofMinutes(1));
    resumed.run("resume", run("a").toString(), "--resubmit-lost");
    List<FakeService.Job> sent = ibm.jobs();
    train("", "whole");

    assertThat(resumed.err()).contains("the service does not know job job2").doesNotContain("job1");
    assertThat(resumed.out())
        .contains("%.1f s charged, the charge of 1 lost jobs".formatted(2.0 * (sent.size() - 1)))
        .doesNotContain("not charged yet");
    assertThat(sent).filteredOn(job -> job.text(0).equals(sent.get(0).text(0))).hasSize(1);
    assertThat(sent.get(2).text(0)).isEqualTo(sent.get(1).text(0));
    assertThat(ibm.jobs()).hasSize(2 * sent.size() - 1);
    assertThat(metrics(run("a"))).isEqualTo(metrics(run("whole")));
  }

  @Test
  void aRunWithOpenJobsGoesOnAtItsOwnAccountOnly() throws IOException {
    RecordingConsole stopped = RecordingConsole.ticking();
    ibm.hold(stopped.session().stop()::request);
    stopped.run(("train " + SMALL + " --run " + run("a") + hardware()).trim().split(" +"));
    ibm.release();
    int sent = ibm.jobs().size();
    String other = "crn:v1:bluemix:public:quantum-computing:us-east:a/a:other::";

    RecordingConsole elsewhere = RecordingConsole.after(Duration.ofMinutes(1));
    int code =
        elsewhere.run("resume", run("a").toString(), "--resubmit-lost", "--crn", other, "--quiet");

    assertThat(code).isEqualTo(1);
    assertThat(elsewhere.err())
        .contains("jobs of this run are at crn:v1:bluemix:public:quantum-computing:us-east:a/a:i::")
        .contains(other, "--crn");
    assertThat(ibm.jobs()).hasSize(sent);
    assertThat(command("resume " + run("a")).err()).doesNotContain("failed");
  }

  @Test
  void optionsOfTheSamplerArriveAndAreKeptForTheNextProcess() throws IOException {
    train(
        "--dynamical-decoupling XY4 --no-twirl-gates --twirl-readout --rep-delay 300"
            + " --no-init-qubits --max-qpu-seconds 3",
        "a");
    command("resume " + run("a") + " --max-qpu-seconds 100");

    assertThat(ibm.jobs()).hasSizeGreaterThan(3);
    for (FakeService.Job job : ibm.jobs()) {
      assertThat(job.body().path("params").path("options").toString())
          .isEqualTo(
              "{\"dynamical_decoupling\":{\"enable\":true,\"sequence_type\":\"XY4\"},"
                  + "\"execution\":{\"init_qubits\":false,\"rep_delay\":3.0E-4},"
                  + "\"twirling\":{\"enable_gates\":false,\"enable_measure\":true}}");
    }
  }
}

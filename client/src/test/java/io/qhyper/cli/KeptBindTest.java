package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.hardware.FakeService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on in the form of rows in which it began. */
class KeptBindTest {
  @TempDir private Path folder;
  private FakeService ibm;
  private HardwareCommands commands;

  @BeforeEach
  void start() throws IOException {
    ibm = new FakeService(12);
    commands = new HardwareCommands(ibm, folder);
  }

  @AfterEach
  void stop() {
    ibm.close();
  }

  private void probe() {
    RecordingConsole probe =
        HardwareCommands.command(
            "ibm probe --backend " + FakeService.DEVICE + commands.connection());
    assertThat(probe.out()).as(probe.err()).contains("--bind auto", "rows");
  }

  private static boolean isByRows(FakeService.Job job) {
    return job.text(0).contains("input float");
  }

  @Test
  void whatAProbeFindsLaterDoesNotChangeARun() {
    commands.train("a", "--max-qpu-seconds 3");
    assertThat(HardwareCommands.command("runs show " + commands.run("a")).out())
        .contains("sent as        one bound program for each row");
    probe();
    int sent = ibm.jobs().size();

    commands.resume("a", "--max-qpu-seconds 1000");

    assertThat(ibm.jobs()).hasSizeGreaterThan(sent + 2);
    assertThat(ibm.jobs().subList(sent, ibm.jobs().size())).noneMatch(KeptBindTest::isByRows);
  }

  @Test
  void theUserMayChangeIt() {
    commands.train("a", "--max-qpu-seconds 3");
    probe();
    int sent = ibm.jobs().size();

    commands.resume("a", "--bind auto --max-qpu-seconds 1000");

    assertThat(ibm.jobs().subList(sent + 1, ibm.jobs().size())).anyMatch(KeptBindTest::isByRows);
  }

  @Test
  void aRunAfterAProbeTellsItsForm() {
    probe();
    commands.train("a", "");

    assertThat(HardwareCommands.command("runs show --json " + commands.run("a")).out())
        .contains("\"rows_sent_as\" : \"rows\"");
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.hardware.FakeService;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose jobs' charges the service did not know when the runs ended. */
class LateChargesTest {
  @TempDir private Path folder;
  private FakeService ibm;
  private HardwareCommands commands;

  @BeforeEach
  void start() throws IOException {
    ibm = new FakeService(12);
    commands = new HardwareCommands(ibm, folder);
    ibm.charge(0, false);
    assertThat(commands.train("a", "").out()).contains("jobs not charged yet");
    ibm.charge(3, true);
  }

  @AfterEach
  void stop() {
    ibm.close();
  }

  private String charged() {
    return "%d jobs, %.1f s charged\n".formatted(ibm.jobs().size(), 3.0 * ibm.jobs().size());
  }

  @Test
  void aFinishedRunThatIsResumedLooksThemUp() throws IOException {
    RecordingConsole again = commands.resume("a", "");

    assertThat(again.out()).as(again.err()).contains(charged());
    try (RunJournal journal = RunJournal.read(commands.run("a"), Clock.systemUTC())) {
      assertThat(journal.charges().unsettled()).isZero();
    }
    int calls = ibm.calls().size();
    assertThat(commands.resume("a", "").out()).contains(charged());
    assertThat(ibm.calls()).hasSize(calls);
  }

  @Test
  void aRunThatIsShownLooksThemUp() {
    RecordingConsole shown = HardwareCommands.command("runs show " + commands.run("a"));

    assertThat(shown.out()).as(shown.err()).contains(charged());
  }

  @Test
  void whereNobodyAnswersTheRunIsShownAllTheSame() {
    ibm.close();

    RecordingConsole shown = HardwareCommands.command("runs show " + commands.run("a"));

    assertThat(shown.out()).contains("0.0 s charged, " + ibm.jobs().size() + " jobs not charged");
    assertThat(shown.err()).contains("could not be looked up").hasLineCount(1);
  }

  @Test
  void aRunThatAnotherProcessWorksOnIsLeftAlone() throws IOException {
    try (RunJournal held = RunJournal.open(commands.run("a"), Clock.systemUTC())) {
      RecordingConsole shown = HardwareCommands.command("runs show " + commands.run("a"));

      assertThat(shown.out()).contains("jobs not charged yet");
      assertThat(shown.err()).contains("charges are not looked up");
      assertThat(held.charges().open()).hasSize(ibm.jobs().size());
    }
  }
}

package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.hardware.FakeService;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --mode session}, which is charged by the clock. */
class HardwareSessionTest {
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

  @Test
  void limitsCountTheClockOfASession() {
    ibm.sessionClock(50);

    RecordingConsole stopped = commands.train("a", "--mode session --max-qpu-seconds 40");

    assertThat(stopped.err())
        .contains("--max-qpu-seconds 40.0", "50.0 s are charged (50.0 s by the clock of sessions)");
    assertThat(ibm.jobs()).hasSize(1);
    assertThat(ibm.calls()).containsOnlyOnce("PATCH sessions/session1");
    assertThat(HardwareCommands.command("runs show " + commands.run("a")).out())
        .contains("1 jobs, 50.0 s charged (50.0 s by the clock of sessions)");
  }

  @Test
  void jobsOfASessionAreNotChargedBesideIt() {
    ibm.sessionClock(3);
    ibm.charge(100, true);

    RecordingConsole whole = commands.train("a", "--mode session --max-qpu-seconds 20");

    assertThat(whole.out()).as(whole.err()).contains("3.0 s charged (3.0 s by the clock");
  }

  @Test
  void jobsBeforeASessionAreChargedBesideIt() {
    ibm.charge(7, true);
    commands.train("a", "--max-qpu-seconds 7");
    int before = ibm.jobs().size();
    ibm.sessionClock(50);

    RecordingConsole stopped = commands.resume("a", "--mode session --max-qpu-seconds 40");

    double single = 7.0 * before;
    assertThat(stopped.err())
        .contains("%.1f s are charged (50.0 s by the clock of sessions)".formatted(single + 50));
    assertThat(ibm.jobs()).hasSize(before + 1);
  }

  @Test
  void jobsAfterASessionThatCouldNotBeClosedAreChargedBesideIt() {
    ibm.sessionClock(50);
    ibm.keepSessions();
    commands.train("a", "--mode session --max-qpu-seconds 40");
    int before = ibm.jobs().size();
    ibm.charge(7, true);

    RecordingConsole stopped = commands.resume("a", "--mode job --max-qpu-seconds 58");

    assertThat(stopped.err())
        .contains("could not be closed", "57.0 s are charged (50.0 s by the clock of sessions)");
    assertThat(ibm.jobs()).hasSize(before + 1);
  }

  @Test
  void theLastReadingOfAClockIsLookedUp() {
    ibm.sessionClock(3);
    commands.train("a", "--mode session");
    ibm.sessionClock(4);
    ibm.sessionState("closed");
    String show = "runs show " + commands.run("a");

    assertThat(HardwareCommands.command(show).out()).contains(" 4.0 s charged (4.0 s by the clock");
    int calls = ibm.calls().size();
    HardwareCommands.command(show);
    assertThat(ibm.calls()).hasSize(calls);
  }

  private void leaveOpen(String session) throws IOException {
    try (RunJournal journal = RunJournal.open(commands.run("a"), Clock.systemUTC())) {
      journal.sessions().opened(session, Sessions.Kind.DEDICATED);
    }
  }

  @Test
  void aSessionThatACrashLeftOpenIsUsedAgain() throws IOException {
    commands.train("a", "--mode session --max-qpu-seconds 0");
    leaveOpen("session9");

    RecordingConsole resumed = commands.resume("a", "--max-qpu-seconds 1000");

    assertThat(resumed.out()).as(resumed.err()).contains("best network");
    assertThat(ibm.jobs()).extracting(FakeService.Job::session).containsOnly("session9");
    assertThat(ibm.calls()).contains("PATCH sessions/session9").doesNotContain("POST sessions");
  }

  @Test
  void aSessionOfWhichNoClockIsKeptIsClosedAndAnotherOneOpened() throws IOException {
    commands.train("a", "--mode session --max-qpu-seconds 0");
    leaveOpen("session9");
    try (RunJournal journal = RunJournal.open(commands.run("a"), Clock.systemUTC())) {
      journal.sessions().settled("session9"); // as one that an older version left open
    }
    ibm.sessionClock(3);

    RecordingConsole resumed = commands.resume("a", "--max-qpu-seconds 1000");

    assertThat(resumed.out()).as(resumed.err()).contains(" 3.0 s charged (3.0 s by the clock");
    assertThat(ibm.jobs()).extracting(FakeService.Job::session).containsOnly("session1");
    assertThat(ibm.calls())
        .containsOnlyOnce("PATCH sessions/session9")
        .doesNotContain("GET sessions/session9");
  }

  @Test
  void aSessionThatACrashLeftOpenIsClosedInAnotherMode() throws IOException {
    commands.train("a", "--mode session --max-qpu-seconds 0");
    leaveOpen("session9");

    commands.resume("a", "--mode job --max-qpu-seconds 1000");

    assertThat(ibm.jobs()).extracting(FakeService.Job::session).containsOnly("");
    assertThat(ibm.calls()).containsOnlyOnce("PATCH sessions/session9");
  }

  @Test
  void aSessionThatACrashLeftOpenIsClosedWhereNothingMoreIsSent() throws IOException {
    commands.train("a", "--mode session --max-qpu-seconds 0");
    leaveOpen("session9");

    commands.resume("a", "--max-qpu-seconds 0");

    assertThat(ibm.jobs()).isEmpty();
    assertThat(ibm.calls()).containsOnlyOnce("PATCH sessions/session9");
  }
}

package io.qhyper.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.backend.ibm.Crn;
import io.qhyper.backend.ibm.Endpoints;
import io.qhyper.backend.ibm.IbmCredentials;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSettings;
import io.qhyper.backend.ibm.Secret;
import io.qhyper.backend.ibm.Timing;
import io.qhyper.secrets.TestSecrets;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that a crash left open, in the process that goes on a day later. */
class SessionClocksTest {
  private static final Instant OPENED = Instant.parse("2026-05-01T12:00:00Z");
  private static final Clock NEXT_DAY =
      Clock.fixed(OPENED.plus(Duration.ofDays(1)), ZoneOffset.UTC);
  private static final double DAY = 86_400;

  @TempDir private Path folder;
  private FakeService ibm;
  private IbmService service;
  private RunJournal journal;
  private SessionClocks clocks;

  @BeforeEach
  void leaveASessionOpen() throws IOException {
    ibm = new FakeService(3);
    try (RunJournal first =
        RunJournal.create(folder, Clock.fixed(OPENED, ZoneOffset.UTC), Map.of())) {
      first.sessions().opened("s1", Sessions.Kind.DEDICATED);
    }
    service =
        new IbmService(
            new IbmCredentials(
                Secret.of(TestSecrets.KEY),
                new Crn("crn:v1:bluemix:public:quantum-computing:us-east:a/a:i::"),
                Endpoints.custom(ibm.address())),
            IbmSettings.DEFAULT.withPace(Duration.ofMillis(1)),
            new Timing(NEXT_DAY, pause -> {}, () -> 0.5));
    journal = RunJournal.open(folder, NEXT_DAY);
    clocks = new SessionClocks(service, journal.sessions());
  }

  @AfterEach
  void stop() throws IOException {
    journal.close();
    service.close();
    ibm.close();
  }

  private double charged() {
    return journal.charges().sessionSeconds();
  }

  @Test
  void aGuessIsNotKept() {
    ibm.sessionTrouble(503);
    assertThat(clocks.read()).isEqualTo(DAY);
    assertThat(charged()).isZero();
    assertThat(journal.sessions().open().get(0).seconds()).isEmpty();

    ibm.sessionTrouble(0);
    ibm.sessionClock(50);
    assertThat(clocks.read()).isZero();
    assertThat(charged()).isEqualTo(50);

    ibm.sessionTrouble(503);
    assertThat(clocks.read()).isEqualTo(DAY - 50);
    assertThat(charged()).isEqualTo(50);

    ibm.sessionTrouble(0);
    ibm.sessionClock(48);
    assertThat(clocks.read()).isZero();
    assertThat(charged()).isEqualTo(48);
  }

  @Test
  void oneThatTakesNoMoreJobsIsClosedAndReadUntilItIsOver() {
    ibm.sessionClock(50);
    ibm.end("s1");
    clocks.read();
    assertThat(journal.sessions().open()).isEmpty();

    ibm.sessionClock(60); // its last job
    ibm.sessionState("closed");
    clocks.read();
    int calls = ibm.calls().size();

    assertThat(clocks.read()).isZero();
    assertThat(charged()).isEqualTo(60);
    assertThat(ibm.calls()).hasSize(calls);
  }

  @Test
  void ofOneThatTheServiceHasForgottenTheLastReadingStands() {
    ibm.sessionClock(50);
    clocks.read();
    ibm.sessionTrouble(404);

    assertThat(clocks.read()).isZero();
    assertThat(charged()).isEqualTo(50);
    assertThat(journal.sessions().open()).isEmpty();
    assertThat(journal.sessions().unsettled()).isEmpty();
  }
}

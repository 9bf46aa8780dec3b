package io.qhyper.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.backend.JobRequest;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.store.journal.Submissions.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChargesTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final StreamKey STREAM = StreamKey.of(1, Purpose.GRADIENT);
  private static final double ESTIMATE = 3;

  @TempDir private Path folder;
  private RunJournal journal;
  private Submissions log;
  private Charges charges;

  @BeforeEach
  void start() throws IOException {
    journal = RunJournal.create(folder, CLOCK, Map.of());
    journal
        .jobs()
        .intend(List.of(new JobRequest("OPENQASM 3;", List.of(new double[] {1}), 8, STREAM)));
    log = journal.submissions();
    charges = journal.charges();
  }

  @AfterEach
  void stop() throws IOException {
    journal.close();
  }

  private void send(String job, Optional<String> session) {
    log.intended(STREAM, "text", 0, "tag-" + job, session, CLOCK.instant(), ESTIMATE);
    log.accepted("tag-" + job, job);
  }

  private void run(String job, Optional<String> session, double seconds) {
    send(job, session);
    log.ended(job, State.COMPLETED, "");
    charges.charged(job, seconds);
  }

  @Test
  void singleJobsAreChargedBesideASessionThatWasNeverClosed() {
    run("a", Optional.empty(), 5);
    journal.sessions().opened("s1", Sessions.Kind.DEDICATED);
    run("b", Optional.of("s1"), 7);
    run("c", Optional.empty(), 9);
    assertThat(charges.seconds()).isEqualTo(5 + 7 + 9); // its clock is not known

    journal.sessions().clock("s1", 50);

    assertThat(charges.seconds()).isEqualTo(5 + 50 + 9);
    send("d", Optional.of("s1"));
    send("e", Optional.empty());
    log.ended("e", State.COMPLETED, "");
    assertThat(charges.expectedSeconds()).isEqualTo(2 * ESTIMATE);
    log.ended("d", State.COMPLETED, "");
    assertThat(charges.expectedSeconds()).isEqualTo(ESTIMATE); // the clock has it
  }

  @Test
  void jobsOfABatchAreChargedByThemselves() {
    journal.sessions().opened("b1", Sessions.Kind.BATCH);
    run("a", Optional.of("b1"), 7);

    assertThat(charges.seconds()).isEqualTo(7);
  }

  @Test
  void allJobsOfOneSubmissionAreCharged() {
    run("a", Optional.empty(), 2);
    log.duplicate("tag-a", "a2"); // both were there when it was looked up
    log.intended(STREAM, "text", 1, "tag-late", Optional.empty(), CLOCK.instant(), ESTIMATE);
    log.changed("tag-late", State.ABSENT, "");
    log.duplicate("tag-late", "l1");
    log.duplicate("tag-late", "l2");

    assertThat(charges.jobs()).isEqualTo(4);
    assertThat(charges.open()).containsExactlyInAnyOrder("a2", "l1", "l2");
    assertThat(charges.unsettled()).isEqualTo(3);
    assertThat(charges.expectedSeconds()).isEqualTo(3 * ESTIMATE);
    charges.charged("a2", 10);
    charges.charged("l1", 20);
    charges.charged("l2", 40);

    assertThat(charges.seconds()).isEqualTo(2 + 10 + 20 + 40);
    assertThat(charges.byJob()).containsExactly(new Charges.Charge(1, 72));
    assertThat(charges.open()).isEmpty();
    assertThat(charges.expectedSeconds()).isZero();
  }

  @Test
  void duplicatesInASessionAreInItsClock() {
    journal.sessions().opened("s1", Sessions.Kind.DEDICATED);
    journal.sessions().clock("s1", 50);
    run("a", Optional.of("s1"), 2);
    log.duplicate("tag-a", "a2");
    charges.charged("a2", 10);

    assertThat(charges.seconds()).isEqualTo(50);
  }

  @Test
  void theChargeOfALostJobIsNotAskedForAgain() {
    send("a", Optional.empty());
    assertThat(charges.unsettled()).isEqualTo(1);

    log.lost("tag-a");

    assertThat(charges.open()).isEmpty();
    assertThat(charges.unsettled()).isZero();
    assertThat(charges.unknown()).isEqualTo(1);
    assertThat(charges.expectedSeconds()).isEqualTo(ESTIMATE); // it may have cost that
  }
}

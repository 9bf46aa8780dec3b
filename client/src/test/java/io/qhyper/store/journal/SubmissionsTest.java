package io.qhyper.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobState;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.store.journal.Submissions.State;
import io.qhyper.store.journal.Submissions.Submission;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final StreamKey STREAM = StreamKey.of(1, Purpose.GRADIENT);
  private static final JobRequest REQUEST =
      new JobRequest("OPENQASM 3;", List.of(new double[] {1}), 8, STREAM);

  @TempDir private Path folder;

  @Test
  void tellsTheNextProcessWhereEachPartStands() throws IOException {
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      journal.jobs().intend(List.of(REQUEST));
      Submissions log = journal.submissions();
      log.intended(STREAM, "text", 0, "t0", Optional.empty(), CLOCK.instant(), 3);
      log.intended(STREAM, "text", 1, "t1", Optional.empty(), CLOCK.instant(), 3);
      log.accepted("t0", "d1");
      assertThat(journal.charges().expectedSeconds()).isEqualTo(6);
      journal.charges().charged("d1", 2.5);
      log.changed("t1", State.UNCERTAIN, "connection reset");
      try (OutputStream payload = log.payloadSink("d1")) {
        payload.write(new byte[] {1, 2, 3});
      }
    }
    try (RunJournal journal = RunJournal.open(folder, CLOCK)) {
      Submissions log = journal.submissions();
      Submission first = log.last(STREAM, "text", 0).orElseThrow();
      Submission second = log.last(STREAM, "text", 1).orElseThrow();
      assertThat(first.state()).isEqualTo(State.ACCEPTED);
      assertThat(first.serviceId()).contains("d1");
      assertThat(second.state()).isEqualTo(State.UNCERTAIN);
      assertThat(second.detail()).contains("connection reset");
      assertThat(log.last(STREAM, "rows", 0)).isEmpty();
      assertThat(journal.charges().seconds()).isEqualTo(2.5);
      assertThat(journal.charges().expectedSeconds()).isEqualTo(3);
      assertThat(log.payload("d1")).contains(new byte[] {1, 2, 3});
      assertThat(log.payload("d2")).isEmpty();
      log.ended("d1", State.COMPLETED, "");
      assertThat(log.open()).extracting(Submission::tag).containsExactly("t1");
    }
  }

  @Test
  void theLastAttemptAtAPartCounts() throws IOException {
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      journal.jobs().intend(List.of(REQUEST));
      Submissions log = journal.submissions();
      log.intended(STREAM, "text", 0, "t0", Optional.empty(), CLOCK.instant(), 3);
      log.changed("t0", State.ABSENT, "horizon");
      log.intended(STREAM, "text", 0, "a", Optional.empty(), CLOCK.instant(), 3);
      log.duplicate("t0", "d9");

      assertThat(log.last(STREAM, "text", 0).map(Submission::tag)).contains("a");
      assertThatThrownBy(
              () -> log.intended(STREAM, "text", 0, "a", Optional.empty(), CLOCK.instant(), 3))
          .isInstanceOf(JournalException.class);
    }
  }

  @Test
  void aFailedJobBeginsAnewAndIsRemembered() throws IOException {
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      journal.jobs().intend(List.of(REQUEST));
      journal.submissions().intended(STREAM, "text", 0, "t0", Optional.empty(), CLOCK.instant(), 3);
      journal.jobs().submitted(REQUEST, new JobId("a"));
      assertThat(journal.jobs().submission(REQUEST)).contains(new JobId("a"));
      journal.jobs().ended(REQUEST, new JobState.Failed("too long"));
      assertThat(journal.jobs().submission(REQUEST)).isEmpty();

      journal.jobs().intend(List.of(REQUEST));
      assertThat(journal.jobs().submission(REQUEST)).isEmpty();
      assertThat(journal.submissions().last(STREAM, "text", 0))
          .hasValueSatisfying(last -> assertThat(last.isPresent()).isFalse());
    }
  }

  @Test
  void unknownTagsAreRefused() throws IOException {
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      assertThatThrownBy(() -> journal.charges().charged("no such tag", 1))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("no such tag");
    }
  }
}

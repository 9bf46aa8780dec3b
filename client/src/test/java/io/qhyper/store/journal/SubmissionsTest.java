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
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final JobRequest REQUEST =
      new JobRequest(
          "OPENQASM 3;", List.of(new double[] {1}), 8, StreamKey.of(1, Purpose.GRADIENT));

  @TempDir private Path folder;

  @Test
  void tellsTheNextProcessWhereEachPartStands() throws IOException {
    String first;
    String second;
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      journal.jobs().intend(List.of(REQUEST));
      Submissions log = journal.submissions();
      first = log.intend(REQUEST, 0, "ibm:x");
      second = log.intend(REQUEST, 1, "ibm:x");
      log.accepted(first, "d1");
      log.charged(first, 2.5);
      log.changed(second, State.UNCERTAIN, "connection reset");
      log.keepPayload(first, new byte[] {1, 2, 3});
    }
    try (RunJournal journal = RunJournal.open(folder, CLOCK)) {
      List<Submission> parts = journal.submissions().of(REQUEST);
      assertThat(parts).extracting(Submission::tag).containsExactly(first, second);
      assertThat(parts).extracting(Submission::part).containsExactly(0, 1);
      assertThat(parts)
          .extracting(Submission::state)
          .containsExactly(State.ACCEPTED, State.UNCERTAIN);
      assertThat(parts.get(0).serviceId()).contains("d1");
      assertThat(parts.get(1).detail()).contains("connection reset");
      assertThat(journal.submissions().usageSeconds()).isEqualTo(2.5);
      assertThat(journal.submissions().payload(first)).contains(new byte[] {1, 2, 3});
      assertThat(journal.submissions().payload(second)).isEmpty();
      journal.submissions().changed(first, State.COMPLETED, "");
      assertThat(journal.submissions().open()).extracting(Submission::tag).containsExactly(second);
    }
  }

  @Test
  void aRepeatedPartHasAnotherTag() throws IOException {
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      journal.jobs().intend(List.of(REQUEST));

      String first = journal.submissions().intend(REQUEST, 0, "ibm:x");
      String again = journal.submissions().intend(REQUEST, 0, "ibm:x");

      assertThat(again).isNotEqualTo(first).startsWith("qhyper-");
      assertThat(journal.submissions().of(REQUEST)).hasSize(2);
    }
  }

  @Test
  void aFailedJobBeginsAnewAndIsRemembered() throws IOException {
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      journal.jobs().intend(List.of(REQUEST));
      journal.jobs().submitted(REQUEST, new JobId("a"));
      assertThat(journal.jobs().submission(REQUEST)).contains(new JobId("a"));
      journal.jobs().ended(REQUEST, new JobState.Failed("too long"));
      assertThat(journal.jobs().submission(REQUEST)).isEmpty();

      journal.jobs().intend(List.of(REQUEST));
      assertThat(journal.jobs().submission(REQUEST)).isEmpty();
      assertThat(journal.submissions().of(REQUEST)).isEmpty();
    }
  }

  @Test
  void unknownTagsAreRefused() throws IOException {
    try (RunJournal journal = RunJournal.create(folder, CLOCK, Map.of())) {
      assertThatThrownBy(() -> journal.submissions().charged("no such tag", 1))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("no such tag");
    }
  }
}

package io.qhyper.hardware;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.Submission;
import io.qhyper.backend.ibm.SubmissionLog;
import io.qhyper.backend.ibm.Usage;
import io.qhyper.store.journal.Charges;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Submissions;
import io.qhyper.store.journal.Submissions.State;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The submissions of a run, kept in its journal.
 *
 * <p>A part of a request counts across attempts: when one of several jobs has failed and the user
 * resumes the run, the others are not sent again.
 */
final class RunSubmissions implements SubmissionLog {
  private final Submissions table;
  private final Charges charges;
  private final Consumer<String> say;

  RunSubmissions(RunJournal journal, Consumer<String> say) {
    this.table = journal.submissions();
    this.charges = journal.charges();
    this.say = say;
  }

  @Override
  public Optional<Earlier> earlier(Submission submission) {
    return table
        .last(submission.stream(), form(submission), submission.part())
        .flatMap(this::known);
  }

  private Optional<Earlier> known(Submissions.Submission last) {
    return switch (last.state()) {
      case INTENDED, UNCERTAIN ->
          Optional.of(new Earlier.Unresolved(last.tag(), last.intendedAt()));
      case ACCEPTED, COMPLETED -> Optional.of(accepted(last));
      case REFUSED, ABSENT -> Optional.empty();
      // Its end must reach the user, who then decides on another attempt.
      case FAILED, CANCELLED -> last.isPresent() ? Optional.of(accepted(last)) : Optional.empty();
    };
  }

  private static Earlier accepted(Submissions.Submission last) {
    return new Earlier.Accepted(new JobId(last.serviceId().orElseThrow()));
  }

  private static String form(Submission submission) {
    return submission.form().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void intended(String tag, Submission submission, Optional<String> session, Instant at) {
    table.intended(
        submission.stream(),
        form(submission),
        submission.part(),
        tag,
        session,
        at,
        submission.seconds());
  }

  @Override
  public void accepted(String tag, JobId id) {
    table.accepted(tag, id.value());
  }

  @Override
  public void refused(String tag, String reason) {
    table.changed(tag, State.REFUSED, reason);
  }

  @Override
  public void uncertain(String tag, String reason) {
    table.changed(tag, State.UNCERTAIN, reason);
  }

  @Override
  public void absent(String tag) {
    table.changed(tag, State.ABSENT, "did not show up");
    say.accept("the submission with tag " + tag + " did not show up; the job is sent again");
  }

  @Override
  public void duplicate(String tag, JobId id) {
    table.duplicate(tag, id.value());
    say.accept(
        "job %s turned up late (tag %s) and has been asked to stop; it may have cost"
            .formatted(id, tag));
  }

  @Override
  public void ended(JobId id, JobState state, Usage usage) {
    if (state instanceof JobState.Failed failed) {
      table.ended(id.value(), State.FAILED, failed.reason());
    } else if (state instanceof JobState.Cancelled) {
      table.ended(id.value(), State.CANCELLED, "");
    } else {
      table.ended(id.value(), State.COMPLETED, "");
    }
    if (usage.isFinal() && usage.qpuSeconds().isPresent()) {
      charges.charged(id.value(), usage.qpuSeconds().getAsDouble());
    }
  }

  @Override
  public boolean isAccepted(JobId id) {
    return table.isAccepted(id.value());
  }

  @Override
  public Set<String> abandoned() {
    return new LinkedHashSet<>(table.absentTags());
  }

  @Override
  public OutputStream payload(JobId id) {
    return table.payloadSink(id.value());
  }
}

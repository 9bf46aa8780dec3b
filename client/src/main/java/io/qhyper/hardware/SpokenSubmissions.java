package io.qhyper.hardware;

import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.Submission;
import io.qhyper.backend.ibm.SubmissionLog;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The submissions of a command that keeps no journal: the user is told of each, so that nothing is
 * lost if the command is stopped.
 *
 * @param say told of jobs
 */
record SpokenSubmissions(Consumer<String> say) implements SubmissionLog {
  @Override
  public Optional<Earlier> earlier(Submission submission) {
    return Optional.empty();
  }

  @Override
  public void intended(String tag, Submission submission, Instant at) {}

  @Override
  public void accepted(String tag, JobId id) {
    say.accept(
        "job %s is sent (tag %s); should this command be stopped, 'qhyper jobs results %s' fetches it"
            .formatted(id, tag, id));
  }

  @Override
  public void refused(String tag, String reason) {}

  @Override
  public void uncertain(String tag, String reason) {
    say.accept(
        "it is not known yet whether the job with tag " + tag + " was taken; looking for it");
  }

  @Override
  public void absent(String tag) {
    say.accept("the job with tag " + tag + " did not show up; it is sent again");
  }

  @Override
  public void duplicate(String tag, JobId id) {
    say.accept("job %s turned up late (tag %s) and has been asked to stop".formatted(id, tag));
  }
}

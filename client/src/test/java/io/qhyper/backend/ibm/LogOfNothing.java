package io.qhyper.backend.ibm;

import io.qhyper.backend.JobId;
import java.time.Instant;
import java.util.Optional;

/** The log of those who keep none; a base for logs that keep something. */
class LogOfNothing implements SubmissionLog {
  @Override
  public Optional<Earlier> earlier(Submission submission) {
    return Optional.empty();
  }

  @Override
  public void intended(String tag, Submission submission, Optional<String> session, Instant at) {}

  @Override
  public void accepted(String tag, JobId id) {}

  @Override
  public void refused(String tag, String reason) {}

  @Override
  public void uncertain(String tag, String reason) {}

  @Override
  public void absent(String tag) {}

  @Override
  public void duplicate(String tag, JobId id) {}
}

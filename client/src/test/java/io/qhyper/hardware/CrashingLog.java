package io.qhyper.hardware;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.Submission;
import io.qhyper.backend.ibm.SubmissionLog;
import io.qhyper.backend.ibm.Usage;
import io.qhyper.hybrid.JobLog;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end of a process just before its k-th durable step. */
final class CrashingLog {
  private final int fatal;
  private int steps;

  CrashingLog(int fatal) {
    this.fatal = fatal;
  }

  /** What is thrown. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  int steps() {
    return steps;
  }

  private void step() {
    if (++steps >= fatal) {
      throw new Killed();
    }
  }

  SubmissionLog around(SubmissionLog inner) {
    return new SubmissionLog() {
      @Override
      public Optional<Earlier> earlier(Submission submission) {
        return inner.earlier(submission);
      }

      @Override
      public void intended(
          String tag, Submission submission, Optional<String> session, Instant at) {
        step();
        inner.intended(tag, submission, session, at);
        step(); // and before the POST
      }

      @Override
      public void accepted(String tag, JobId id) {
        step();
        inner.accepted(tag, id);
      }

      @Override
      public void refused(String tag, String reason) {
        step();
        inner.refused(tag, reason);
      }

      @Override
      public void uncertain(String tag, String reason) {
        step();
        inner.uncertain(tag, reason);
      }

      @Override
      public void absent(String tag) {
        step();
        inner.absent(tag);
      }

      @Override
      public void duplicate(String tag, JobId id) {
        step();
        inner.duplicate(tag, id);
      }

      @Override
      public void ended(JobId id, JobState state, Usage usage) {
        step();
        inner.ended(id, state, usage);
      }

      @Override
      public Set<String> abandoned() {
        return inner.abandoned();
      }

      @Override
      public OutputStream payload(JobId id) {
        step();
        return inner.payload(id);
      }
    };
  }

  JobLog around(JobLog inner) {
    return new JobLog() {
      @Override
      public Optional<JobResult> result(JobRequest request) {
        return inner.result(request);
      }

      @Override
      public Optional<JobId> submission(JobRequest request) {
        return inner.submission(request);
      }

      @Override
      public void intend(List<JobRequest> requests) {
        step();
        inner.intend(requests);
      }

      @Override
      public void submitted(JobRequest request, JobId id) {
        step();
        inner.submitted(request, id);
      }

      @Override
      public void completed(JobRequest request, JobResult result) {
        step();
        inner.completed(request, result);
      }

      @Override
      public void ended(JobRequest request, JobState state) {
        step();
        inner.ended(request, state);
      }
    };
  }
}

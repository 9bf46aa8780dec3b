package io.qhyper.store.journal;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.hybrid.JobLog;
import io.qhyper.hybrid.LoopSnapshot;
import io.qhyper.hybrid.LoopStore;
import java.util.List;
import java.util.Optional;

/** The end of a process just before its k-th durable step. */
final class Crash {
  private final int fatal;
  private int steps;
  private boolean beforeAnIdWasKept;

  Crash(int fatal) {
    this.fatal = fatal;
  }

  static Crash never() {
    return new Crash(Integer.MAX_VALUE);
  }

  /** What is thrown. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  int steps() {
    return steps;
  }

  boolean beforeAnIdWasKept() {
    return beforeAnIdWasKept;
  }

  private synchronized void step() {
    if (++steps >= fatal) {
      throw new Killed();
    }
  }

  LoopStore around(LoopStore inner) {
    return new LoopStore() {
      @Override
      public Optional<LoopSnapshot> find(int restart) {
        return inner.find(restart);
      }

      @Override
      public void save(LoopSnapshot snapshot) {
        step();
        inner.save(snapshot);
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
        beforeAnIdWasKept = true;
        step();
        beforeAnIdWasKept = false;
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

package io.qhyper.hybrid;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import java.time.Duration;

/**
 * Waits for jobs of a backend.
 *
 * @param stop checked while waiting
 */
record JobWait(Backend backend, StopSignal stop) {
  private static final Duration LOOK_UP = Duration.ofMillis(200);

  /**
   * The state in which a job ended.
   *
   * @throws StoppedException if a stop was requested before
   */
  JobState end(JobId id) {
    JobState state;
    try {
      do {
        if (stop.isRequested()) {
          throw new StoppedException();
        }
        state = backend.await(id, LOOK_UP);
      } while (!state.isTerminal());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
    return state;
  }

  /**
   * The result of a job that ended in a state.
   *
   * @throws BackendException if it did not end well, or has another number of rows than asked for
   */
  JobResult result(JobId id, JobRequest request, JobState end) {
    if (end instanceof JobState.Failed failed) {
      throw new BackendException(
          BackendException.Kind.JOB_FAILED, "job " + id + " failed: " + failed.reason());
    } else if (end instanceof JobState.Cancelled) {
      throw new BackendException(
          BackendException.Kind.JOB_CANCELLED, "job " + id + " was cancelled");
    }
    JobResult result = backend.result(id, request);
    if (result.rows().size() != request.rows().size()) {
      throw new BackendException(
          BackendException.Kind.BAD_RESULT,
          "job %s has %d rows, its result has %d"
              .formatted(id, request.rows().size(), result.rows().size()));
    }
    return result;
  }

  /** Cancels a job; what made it useless is what the caller should hear of. */
  void cancel(JobId id, RuntimeException reason) {
    try {
      backend.cancel(id);
    } catch (BackendException e) {
      reason.addSuppressed(e);
    }
  }
}

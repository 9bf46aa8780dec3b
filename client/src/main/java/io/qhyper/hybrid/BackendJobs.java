package io.qhyper.hybrid;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Submits jobs to a backend and waits for them. If one fails or a stop is requested, those still
 * under way are cancelled, since nobody waits for them any more.
 *
 * @param backend where they run
 * @param stop checked while waiting
 */
public record BackendJobs(Backend backend, StopSignal stop) implements Jobs {
  private static final Duration LOOK_UP = Duration.ofMillis(200);

  @Override
  public List<JobResult> run(List<JobRequest> requests) {
    List<JobId> ids = new ArrayList<>();
    try {
      for (JobRequest request : requests) {
        ids.add(backend.submit(request));
      }
      List<JobResult> results = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        results.add(checked(ids.get(i), requests.get(i), await(ids.get(i))));
      }
      return results;
    } catch (RuntimeException e) {
      ids.forEach(id -> cancel(id, e));
      throw e;
    }
  }

  /** What made the jobs useless is what the caller should hear of. */
  private void cancel(JobId id, RuntimeException reason) {
    try {
      backend.cancel(id);
    } catch (BackendException e) {
      reason.addSuppressed(e);
    }
  }

  private static JobResult checked(JobId id, JobRequest request, JobResult result) {
    if (result.rows().size() != request.rows().size()) {
      throw new BackendException(
          BackendException.Kind.BAD_RESULT,
          "job %s has %d rows, its result has %d"
              .formatted(id, request.rows().size(), result.rows().size()));
    }
    return result;
  }

  private JobResult await(JobId id) {
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
    if (state instanceof JobState.Failed failed) {
      throw new BackendException(
          BackendException.Kind.JOB_FAILED, "job " + id + " failed: " + failed.reason());
    } else if (state instanceof JobState.Cancelled) {
      throw new BackendException(
          BackendException.Kind.JOB_CANCELLED, "job " + id + " was cancelled");
    }
    return backend.result(id);
  }
}

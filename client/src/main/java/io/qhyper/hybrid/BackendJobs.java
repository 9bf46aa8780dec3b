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
 * Submits jobs to a backend and waits for them.
 *
 * @param backend where they run
 * @param stop checked while waiting; jobs still under way are then cancelled
 */
public record BackendJobs(Backend backend, StopSignal stop) implements Jobs {
  private static final Duration LOOK_UP = Duration.ofMillis(200);

  @Override
  public List<JobResult> run(List<JobRequest> requests) {
    List<JobId> ids = new ArrayList<>();
    for (JobRequest request : requests) {
      ids.add(backend.submit(request));
    }
    List<JobResult> results = new ArrayList<>();
    for (JobId id : ids) {
      try {
        results.add(await(id));
      } catch (StoppedException e) {
        ids.forEach(backend::cancel);
        throw e;
      }
    }
    return results;
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

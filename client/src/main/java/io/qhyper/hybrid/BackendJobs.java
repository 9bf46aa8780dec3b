package io.qhyper.hybrid;

import io.qhyper.backend.Backend;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Submits jobs to a backend and waits for them. If one fails or a stop is requested, those still
 * under way are cancelled, since nobody waits for them any more, unless the backend keeps them and
 * they can be asked for later.
 *
 * @param backend where they run
 * @param stop checked while waiting
 */
public record BackendJobs(Backend backend, StopSignal stop) implements Jobs {
  @Override
  public List<JobResult> run(List<JobRequest> requests) {
    JobWait wait = new JobWait(backend, stop);
    List<JobId> ids = new ArrayList<>();
    try {
      for (JobRequest request : requests) {
        ids.add(backend.submit(request));
      }
      List<JobResult> results = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        results.add(wait.result(ids.get(i), requests.get(i), wait.end(ids.get(i))));
      }
      return results;
    } catch (RuntimeException e) {
      if (!backend.keepsJobs()) {
        ids.forEach(id -> wait.cancel(id, e));
      }
      throw e;
    }
  }
}

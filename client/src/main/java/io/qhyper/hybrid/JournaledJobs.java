package io.qhyper.hybrid;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers requests from a log where it knows their results, and runs the others: the intent is
 * logged before a job is sent, its id before anything else happens, its result before it is used.
 *
 * <p>A job that an earlier process sent is waited for instead of being sent again, if the backend
 * keeps jobs. Such jobs are not cancelled when this process stops waiting, since a later one asks
 * for them; others are.
 *
 * @param backend where jobs run
 * @param stop checked while waiting
 * @param log what is known of the run's jobs
 */
public record JournaledJobs(Backend backend, StopSignal stop, JobLog log) implements Jobs {
  @Override
  public List<JobResult> run(List<JobRequest> requests) {
    Map<Integer, JobResult> results = new LinkedHashMap<>();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      Optional<JobResult> known = log.result(requests.get(i));
      if (known.isPresent()) {
        results.put(i, known.get());
      } else {
        open.add(i);
      }
    }
    if (!open.isEmpty()) {
      List<JobResult> fresh = runOpen(open.stream().map(requests::get).toList());
      for (int i = 0; i < open.size(); i++) {
        results.put(open.get(i), fresh.get(i));
      }
    }
    List<JobResult> inOrder = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      inOrder.add(results.get(i));
    }
    return inOrder;
  }

  private List<JobResult> runOpen(List<JobRequest> requests) {
    if (stop.isRequested()) {
      throw new StoppedException();
    }
    JobWait wait = new JobWait(backend, stop);
    log.intend(requests);
    List<JobId> ids = new ArrayList<>();
    try {
      for (JobRequest request : requests) {
        ids.add(submit(request));
      }
      List<JobResult> results = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        results.add(fetch(wait, requests.get(i), ids.get(i)));
      }
      return results;
    } catch (RuntimeException e) {
      if (!backend.keepsJobs()) {
        ids.forEach(id -> wait.cancel(id, e));
      } else if (e instanceof BackendException && stop.isRequested()) {
        // The request has interrupted a call; the next process learns what became of it.
        StoppedException stopped = new StoppedException();
        stopped.addSuppressed(e);
        throw stopped;
      }
      throw e;
    }
  }

  private JobId submit(JobRequest request) {
    Optional<JobId> earlier =
        backend.keepsJobs() ? log.submission(request) : Optional.<JobId>empty();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    JobId id = backend.submit(request);
    log.submitted(request, id);
    return id;
  }

  private JobResult fetch(JobWait wait, JobRequest request, JobId id) {
    JobState end = wait.end(id);
    if (!(end instanceof JobState.Completed)) {
      log.ended(request, end);
    }
    JobResult result = wait.result(id, request, end);
    log.completed(request, result);
    return result;
  }
}

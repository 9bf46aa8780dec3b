package io.qhyper.hybrid;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import java.util.List;

/** Where a loop sends its jobs: they go out together and all results come back. */
@FunctionalInterface
public interface Jobs {
  /**
   * Runs the requests and returns their results in order.
   *
   * @throws StoppedException if a stop was requested while waiting
   * @throws io.qhyper.backend.BackendException if one of them failed
   */
  List<JobResult> run(List<JobRequest> requests);
}

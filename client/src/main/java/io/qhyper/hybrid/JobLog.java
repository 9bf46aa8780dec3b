package io.qhyper.hybrid;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the jobs of a run: what is to be sent, under which id it went, and what came back.
 *
 * <p>A job is known by its stream: within a run no two jobs have the same. For a backend whose jobs
 * go on without the client, every method that tells something returns only when that is durable.
 */
public interface JobLog {
  /**
   * The result that is known already.
   *
   * @throws RuntimeException if a job of that stream is known that asked for something else
   */
  Optional<JobResult> result(JobRequest request);

  /** The id of the job that was sent and has not failed; empty if there is none. */
  Optional<JobId> submission(JobRequest request);

  /** Tells that jobs are about to be sent. */
  void intend(List<JobRequest> requests);

  /** Tells that a backend has taken a job. */
  void submitted(JobRequest request, JobId id);

  /** Tells what a job measured. */
  void completed(JobRequest request, JobResult result);

  /** Tells that a job ended without a result; it will be sent again. */
  void ended(JobRequest request, JobState state);
}

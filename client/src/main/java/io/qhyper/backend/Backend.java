package io.qhyper.backend;

import java.time.Duration;

/**
 * A place that runs circuits: a simulator or a quantum computer behind a service.
 *
 * <p>Implementations are safe for use by several threads. Every method may throw {@link
 * BackendException}.
 */
public interface Backend extends AutoCloseable {
  /** The name by which the command line and run files call it. */
  String name();

  /** What it can do and where its limits are. */
  Capabilities capabilities();

  /**
   * Hands over a job and returns its id without waiting for it to run. Never repeats a submission
   * whose outcome is not known.
   */
  JobId submit(JobRequest request);

  /** Where a job stands now. */
  JobState state(JobId id);

  /**
   * Waits until a job has ended or the time is over, at the pace that suits the backend.
   *
   * @return where the job stands then
   * @throws InterruptedException if the thread is interrupted; the job goes on
   */
  JobState await(JobId id, Duration atMost) throws InterruptedException;

  /**
   * What a completed job measured.
   *
   * @throws BackendException if the job is not completed
   */
  JobResult result(JobId id);

  /**
   * What a completed job measured, for a backend that sends something else than it was given.
   *
   * @param request that the job was submitted for
   * @throws BackendException if the job is not completed
   */
  default JobResult result(JobId id, JobRequest request) {
    return result(id);
  }

  /** Asks a job to stop; does nothing to one that has ended. */
  void cancel(JobId id);

  /**
   * Whether a job goes on when this process ends, and can be asked for by its id from another one.
   */
  default boolean keepsJobs() {
    return true;
  }

  /** Frees what the client side holds; jobs of a service go on. */
  @Override
  void close();
}

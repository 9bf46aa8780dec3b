package io.qhyper.plan;

import io.qhyper.backend.ibm.JobForecast;

/**
 * What a service is asked to do.
 *
 * @param jobs jobs of the service
 * @param circuits programs in them
 * @param rows rows of values
 * @param executions rows × shots
 * @param bytes of all bodies
 * @param cap the largest cap on the time of a job, in seconds
 */
public record Load(long jobs, long circuits, long rows, long executions, long bytes, int cap) {
  /** Nothing to do. */
  public static final Load NONE = new Load(0, 0, 0, 0, 0, 0);

  static Load of(JobForecast.Size job) {
    return new Load(1, job.circuits(), job.rows(), job.executions(), job.bytes(), job.cap());
  }

  /** Both. */
  public Load plus(Load other) {
    return new Load(
        jobs + other.jobs,
        circuits + other.circuits,
        rows + other.rows,
        executions + other.executions,
        bytes + other.bytes,
        Math.max(cap, other.cap));
  }

  /** The same so many times. */
  public Load times(long count) {
    return count == 0
        ? NONE
        : new Load(
            jobs * count, circuits * count, rows * count, executions * count, bytes * count, cap);
  }
}

package io.qhyper.cli;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.IbmJob;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.shots.Counts;
import java.util.List;
import java.util.Map;

/**
 * What a job of the service measured.
 *
 * @param job the job
 * @param rows the registers of each circuit
 */
record JobRows(IbmJob job, List<Map<String, Counts>> rows) {

  /**
   * Fetches them.
   *
   * @throws IllegalArgumentException if the job has no result, or not yet
   */
  static JobRows fetch(IbmService service, String id) {
    IbmJob job = service.job(new JobId(id));
    if (!(job.state() instanceof JobState.Completed)) {
      throw new IllegalArgumentException(
          "job "
              + id
              + " has no result, it is "
              + job.status()
              + (job.reason().isEmpty() ? "" : ": " + job.reason()));
    }
    return new JobRows(
        job,
        service
            .results(job)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the result of job " + id + " is not there yet; try again in a moment")));
  }
}

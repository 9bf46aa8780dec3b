package io.qhyper.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * A job that the sandbox took.
 *
 * @param state the service's word
 * @param pubs number of programs
 * @param rows of all programs
 * @param executions rows × shots
 * @param charged seconds so far
 */
public record AcceptedJob(
    String id,
    String backend,
    List<String> tags,
    String state,
    int pubs,
    long rows,
    long executions,
    long charged) {

  static AcceptedJob of(SandboxJob job, Instant now) {
    Submitted submitted = job.submitted();
    return new AcceptedJob(
        job.id(),
        submitted.backend(),
        job.tags(),
        job.word(now),
        submitted.pubs().size(),
        submitted.pubs().stream().mapToLong(Pub::rows).sum(),
        submitted.executions(),
        job.charged(now));
  }
}

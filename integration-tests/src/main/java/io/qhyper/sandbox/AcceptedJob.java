package io.qhyper.sandbox;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A job that the sandbox took.
 *
 * @param state the service's word
 * @param pubs number of programs
 * @param rows of all programs
 * @param executions rows × shots
 * @param charged seconds so far
 * @param content names what is run and on what: equal for jobs that differ in nothing but tags
 */
public record AcceptedJob(
    String id,
    String backend,
    List<String> tags,
    String state,
    int pubs,
    long rows,
    long executions,
    long charged,
    String content) {

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
        job.charged(now),
        HexFormat.of().formatHex(JobBook.digest(submitted.content(), 0)));
  }
}

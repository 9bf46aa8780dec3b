package io.qhyper.backend.ibm;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The durable memory of submissions. Every method returns only when what it was told will survive
 * the process; if one throws, the submission goes no further.
 *
 * <p>The order for each tag is {@code intended}, then exactly one POST, then {@code accepted},
 * {@code refused} or {@code uncertain}, the last followed by {@code accepted} or {@code absent} if
 * that can be found out.
 */
public interface SubmissionLog {
  /** What is known of an earlier attempt at a submission. */
  sealed interface Earlier {
    /** The job exists; it is not submitted again. */
    record Accepted(JobId id) implements Earlier {}

    /**
     * A POST may have been sent and its outcome is not known.
     *
     * @param since when it was intended
     */
    record Unresolved(String tag, Instant since) implements Earlier {}
  }

  /** The last attempt at this submission, of this or another process, unless there is no job. */
  Optional<Earlier> earlier(Submission submission);

  /**
   * A POST with this tag follows.
   *
   * @param session the session or batch that it is sent in; empty for a single job
   */
  void intended(String tag, Submission submission, Optional<String> session, Instant at);

  /** The job with this tag exists. */
  void accepted(String tag, JobId id);

  /** There is no job with this tag: the service refused it, or nothing was sent. */
  void refused(String tag, String reason);

  /** Whether there is a job with this tag is not known. */
  void uncertain(String tag, String reason);

  /**
   * There was no job with this tag until the horizon; the submission is sent again with another.
   */
  void absent(String tag);

  /** A job turned up that was taken for absent; it has been asked to stop. */
  void duplicate(String tag, JobId id);

  /** How an accepted job ended, and what it was charged as far as the service says. */
  default void ended(JobId id, JobState state, Usage usage) {}

  /** Whether it is known that the service took a job with this id, from this or another process. */
  default boolean isAccepted(JobId id) {
    return false;
  }

  /** Tags of submissions that were taken for absent and have not turned up since. */
  default Set<String> abandoned() {
    return Set.of();
  }

  /**
   * Where a copy of the raw result of a job goes; kept when the caller closes it, which happens
   * only if it is whole.
   */
  default OutputStream payload(JobId id) {
    return OutputStream.nullOutputStream();
  }
}

package io.qhyper.backend.ibm;

import java.util.function.Supplier;

/**
 * What surrounds the jobs of a backend.
 *
 * @param log where submissions are written down
 * @param ids a new unique text at each call, at most 79 letters, digits and dashes
 * @param allowance asked before anything is sent
 * @param sessions where jobs are sent to
 * @param listener hears of waits
 */
public record JobCare(
    SubmissionLog log,
    Supplier<String> ids,
    Allowance allowance,
    SessionSource sessions,
    WaitListener listener) {

  /** Single jobs without limits, of which a log knows. */
  public static JobCare with(SubmissionLog log, Supplier<String> ids) {
    return new JobCare(log, ids, Allowance.UNLIMITED, SessionSource.NONE, WaitListener.NONE);
  }
}

package io.qhyper.backend.ibm;

import io.qhyper.backend.JobId;

/** What became of one {@code POST /jobs}. */
sealed interface SubmitOutcome {
  /** The job exists. */
  record Accepted(JobId id) implements SubmitOutcome {}

  /** The service said no: there is no job. */
  record Refused(IbmException error) implements SubmitOutcome {}

  /** The job may exist: only looking for its tag can tell. */
  record Uncertain(IbmException error) implements SubmitOutcome {}

  /** Not a byte of it left: there is no job. */
  record NotSent(IbmException error) implements SubmitOutcome {}
}

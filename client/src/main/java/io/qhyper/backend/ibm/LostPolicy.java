package io.qhyper.backend.ibm;

/** What becomes of a job that the service does not know any more. */
public enum LostPolicy {
  /** The user is asked. */
  STOP,
  /** It is sent again. */
  RESUBMIT
}

package io.qhyper.backend.ibm;

/** What to do when a submission stays uncertain past the horizon. */
public enum UncertainPolicy {
  /** Stop and ask the user. */
  STOP,
  /** Submit again; should the first job turn up after all, it is cancelled and reported. */
  RESUBMIT
}

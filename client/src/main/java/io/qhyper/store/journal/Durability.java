package io.qhyper.store.journal;

/** When what the journal is told reaches the disk. */
public enum Durability {
  /** Before the call returns: for jobs that cost something and outlive the process. */
  EVERY_CALL,
  /** A second later at most, or when the journal is closed: for what is computed again for free. */
  EVERY_SECOND
}

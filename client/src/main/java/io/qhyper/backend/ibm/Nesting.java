package io.qhyper.backend.ibm;

/** How a result holds the samples of a program with several rows of values. */
public enum Nesting {
  /** One list for each row. */
  BY_ROW,
  /** One list for each shot. */
  BY_SHOT,
  /** One list, row after row. */
  FLAT_BY_ROW,
  /** One list, shot after shot. */
  FLAT_BY_SHOT,
  /** Another one. */
  OTHER
}

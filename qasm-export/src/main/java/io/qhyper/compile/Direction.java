package io.qhyper.compile;

/** Which way a two-qubit gate of a device points along a line. */
enum Direction {
  /** From a qubit to the next one. */
  FORWARD,
  /** From the next one back. */
  BACKWARD
}

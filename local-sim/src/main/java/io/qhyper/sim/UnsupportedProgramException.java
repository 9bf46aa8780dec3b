package io.qhyper.sim;

/** Says that a program has no answer of the kind asked for, and why. */
public final class UnsupportedProgramException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsupportedProgramException(String message) {
    super(message);
  }
}

package io.qhyper.compile;

/** A circuit cannot be compiled for a device; the message names what stands in the way. */
public final class CompileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An exception that says what the device lacks and what to do. */
  public CompileException(String message) {
    super(message);
  }
}

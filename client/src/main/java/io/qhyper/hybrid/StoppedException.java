package io.qhyper.hybrid;

/** A loop was asked to stop while it waited; what it had before is still good. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An exception for a wait that a stop request ended. */
  public StoppedException() {
    super("stopped on request");
  }
}

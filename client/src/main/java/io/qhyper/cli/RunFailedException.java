package io.qhyper.cli;

/** A run broke off but can go on; the message says why, and how. */
final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}

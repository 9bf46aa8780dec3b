package io.qhyper.bench;

/** A setting cannot be timed, or not in a sensible time. */
final class LeftOutException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LeftOutException(String message) {
    super(message);
  }
}

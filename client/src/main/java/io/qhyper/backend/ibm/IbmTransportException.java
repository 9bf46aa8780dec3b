package io.qhyper.backend.ibm;

import java.time.Duration;
import java.util.Optional;

/** There was no whole answer: no connection, a broken one, or no time left. */
public final class IbmTransportException extends IbmException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  IbmTransportException(Kind kind, String message, Throwable cause) {
    super(kind, message, cause);
    this.retryAfter = null;
  }

  IbmTransportException(Kind kind, String message, Duration retryAfter) {
    super(kind, message, null);
    this.retryAfter = retryAfter;
  }

  @Override
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}

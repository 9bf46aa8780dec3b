package io.qhyper.backend.ibm;

import java.time.Duration;
import java.util.Optional;

/** The service answered, and it answered with an error. */
public final class IbmServiceException extends IbmException {
  private static final long serialVersionUID = 1;

  private final transient ServiceError error;

  IbmServiceException(Kind kind, ServiceError error) {
    super(kind, error.text(), null);
    this.error = error;
  }

  @Override
  public int status() {
    return error.status();
  }

  @Override
  public String code() {
    return error.code();
  }

  @Override
  public String solution() {
    return error.solution();
  }

  @Override
  public String trace() {
    return error.trace();
  }

  @Override
  Optional<Duration> retryAfter() {
    return error.retryAfter();
  }
}

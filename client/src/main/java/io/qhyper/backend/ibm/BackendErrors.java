package io.qhyper.backend.ibm;

import io.qhyper.backend.BackendException;

/** Tells the troubles of the service in the terms of every backend. */
final class BackendErrors {
  private BackendErrors() {}

  static BackendException of(String context, IbmException e) {
    return new BackendException(kind(e.kind()), context + e.getMessage(), e);
  }

  private static BackendException.Kind kind(IbmException.Kind kind) {
    return switch (kind) {
      case BAD_REQUEST, CONFLICT, TOO_LARGE -> BackendException.Kind.BAD_REQUEST;
      case UNAUTHORIZED, FORBIDDEN -> BackendException.Kind.NO_ACCESS;
      case NOT_FOUND -> BackendException.Kind.UNKNOWN_JOB;
      case QUOTA -> BackendException.Kind.QUOTA;
      case NOT_READY -> BackendException.Kind.NOT_READY;
      case RATE_LIMITED, UNAVAILABLE, UNREACHABLE, TIMEOUT, INTERRUPTED ->
          BackendException.Kind.UNAVAILABLE;
      case PROTOCOL -> BackendException.Kind.BAD_RESULT;
    };
  }
}

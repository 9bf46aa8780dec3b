package io.qhyper.backend.ibm;

import java.time.Duration;
import java.util.Optional;

/** A call to the service did not bring what it should. */
public abstract sealed class IbmException extends RuntimeException
    permits IbmServiceException, IbmTransportException, IbmProtocolException {
  private static final long serialVersionUID = 1;

  /** What went wrong, in terms that a caller can act on. */
  public enum Kind {
    /** The service refused what was asked. */
    BAD_REQUEST,
    /** The key or token is wrong, or of another account. */
    UNAUTHORIZED,
    /** The account may not do this, or the network in front of the service refused. */
    FORBIDDEN,
    /** There is no such job or device, or it is in another region or instance. */
    NOT_FOUND,
    /** The state of the job or session does not allow it. */
    CONFLICT,
    /** The instance has used up its time. */
    QUOTA,
    /** Too many calls. */
    RATE_LIMITED,
    /** Asked too early. */
    NOT_READY,
    /** The service is out of order for now. */
    UNAVAILABLE,
    /** No connection. */
    UNREACHABLE,
    /** The time limit was reached. */
    TIMEOUT,
    /** The thread was interrupted. */
    INTERRUPTED,
    /** The answer is larger than allowed. */
    TOO_LARGE,
    /** The answer is not what the interface promises. */
    PROTOCOL
  }

  private final Kind kind;

  IbmException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public final Kind kind() {
    return kind;
  }

  /** The HTTP status; 0 if there was no answer. */
  public int status() {
    return 0;
  }

  /** The service's own code, such as {@code 1517}; empty if it gave none. */
  public String code() {
    return "";
  }

  /** What the service advises; empty if it gave none. */
  public String solution() {
    return "";
  }

  /** The name under which the service's support finds the call; empty if it gave none. */
  public String trace() {
    return "";
  }

  /** How long the service asked to wait. */
  Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  /** Whether the same call may well succeed later. */
  final boolean isTransient() {
    return switch (kind) {
      case RATE_LIMITED, UNAVAILABLE, UNREACHABLE, TIMEOUT -> true;
      default -> false;
    };
  }
}

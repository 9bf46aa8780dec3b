package io.qhyper.backend;

/** A backend could not do what it was asked to. */
public final class BackendException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What went wrong, in terms that a caller can act on. */
  public enum Kind {
    /** The program, its inputs or its size do not suit the backend. */
    BAD_REQUEST,
    /** There is no such job here. */
    UNKNOWN_JOB,
    /** The job has not ended yet. */
    NOT_READY,
    /** The job failed. */
    JOB_FAILED,
    /** The job was cancelled. */
    JOB_CANCELLED,
    /** What came back is not what was asked for. */
    BAD_RESULT,
    /** Key, account or network do not allow it. */
    NO_ACCESS,
    /** The time or money that the account may spend is used up. */
    QUOTA,
    /** The backend cannot be reached or is out of order; later it may work. */
    UNAVAILABLE,
    /** It is not known whether a submission made a job; nothing may be sent again blindly. */
    UNCERTAIN
  }

  private final Kind kind;

  /** An exception of a kind, with what was expected and what came. */
  public BackendException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** The same with the cause, which is not shown to users. */
  public BackendException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}

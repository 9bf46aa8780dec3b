package io.qhyper.backend.ibm;

/** The service answered with success, but not with what its interface promises. */
public final class IbmProtocolException extends IbmException {
  private static final long serialVersionUID = 1;

  IbmProtocolException(String message) {
    super(Kind.PROTOCOL, message, null);
  }

  IbmProtocolException(Kind kind, String message, Throwable cause) {
    super(kind, message, cause);
  }
}

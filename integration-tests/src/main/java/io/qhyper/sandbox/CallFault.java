package io.qhyper.sandbox;

import io.qhyper.sandbox.SandboxSettings.RetryHint;
import java.time.Duration;

/** Trouble that one call meets. */
public sealed interface CallFault {

  /** Something else answers: an error of the service, a page of the network in front of it. */
  record Instead(int status, String type, String body) implements CallFault {
    /** An error of the service in the usual shape. */
    public static Instead error(int status) {
      return new Instead(
          status,
          "application/json",
          "{\"errors\":[{\"code\":9999,\"message\":\"Made-up trouble.\","
              + "\"solution\":\"Try again later.\"}],\"trace\":\"sandbox-fault\"}");
    }

    /** The page by which a network in front of the service refuses. */
    public static Instead html(int status) {
      return new Instead(
          status,
          "text/html",
          "<!DOCTYPE html><html><head><title>Attention Required!</title></head>"
              + "<body>Sorry, you have been blocked</body></html>");
    }

    /** A success with a text in the place of the answer. */
    public static Instead json(String body) {
      return new Instead(200, "application/json", body);
    }
  }

  /** Too many calls. */
  record TooMany(RetryHint hint, Duration pause) implements CallFault {}

  /** The connection is reset before the service sees the call. */
  record ResetBefore() implements CallFault {}

  /** The service does what was asked, and then the connection is reset. */
  record ResetAfter() implements CallFault {}

  /** The service does what was asked, but an error arrives. */
  record LostAnswer(int status) implements CallFault {}

  /** The service does what was asked, but half of the answer arrives. */
  record HalfAnswer() implements CallFault {}

  /** The service does what was asked; the answer takes long to arrive, piece by piece. */
  record SlowAnswer(Duration time) implements CallFault {}

  /** A success with a body of this many bytes, which says nothing. */
  record HugeAnswer(long bytes) implements CallFault {}

  /** A success with arrays in arrays. */
  record DeepAnswer(int depth) implements CallFault {}

  /** All tokens end before the call is looked at. */
  record TokensEnd() implements CallFault {}

  /** All sessions close before the call is looked at. */
  record SessionsClose() implements CallFault {}

  /** The instance has used its time. */
  record QuotaReached() implements CallFault {}
}

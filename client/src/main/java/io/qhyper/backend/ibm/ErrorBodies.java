package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.backend.ibm.IbmException.Kind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads error answers in all the shapes that occur (reference, section 1.5). */
final class ErrorBodies {
  private static final Pattern TITLE =
      Pattern.compile("(?is)<title[^>]{0,200}>([^<]{1,200})</title>");
  private static final int EXCERPT = 300;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private ErrorBodies() {}

  /** The exception for an error answer. */
  static IbmServiceException exception(
      String call, int status, String body, String trace, Optional<Duration> retryAfter) {
    ServiceError error = error(call, status, body, trace, retryAfter);
    return new IbmServiceException(kind(call, error), error);
  }

  private static ServiceError error(
      String call, int status, String body, String trace, Optional<Duration> retryAfter) {
    Optional<JsonNode> json = JsonDocument.tryParse(body);
    if (json.isEmpty()) {
      return new ServiceError(call, status, "", plain(body), "", trace, retryAfter);
    }
    JsonNode root = json.get();
    JsonNode first = root.path("errors").path(0);
    if (first.isMissingNode()) {
      first = root.path("error");
    }
    if (!first.isObject()) {
      first = root;
    }
    String message = text(first, "message");
    if (message.isEmpty()) {
      message = text(root, "errorMessage");
    }
    String code = text(first, "code");
    return new ServiceError(
        call,
        status,
        code.isEmpty() ? text(root, "errorCode") : code,
        message,
        text(first, "solution"),
        text(root, "trace").isEmpty() ? trace : text(root, "trace"),
        retryAfter);
  }

  private static String text(JsonNode node, String name) {
    return shortened(node.path(name).asText(""));
  }

  private static String plain(String body) {
    String trimmed = body.strip();
    if (!trimmed.startsWith("<")) {
      return shortened(trimmed);
    }
    Matcher title = TITLE.matcher(trimmed);
    return "an HTML page"
        + (title.find() ? " titled '" + shortened(title.group(1)) + "'" : "")
        + " instead of JSON, so it comes from a proxy or from the network in front of the service,"
        + " which also refuses requests that are too large";
  }

  static String shortened(String text) {
    String line = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line;
  }

  private static Kind kind(String call, ServiceError error) {
    if (error.code().equals("1234")) {
      return Kind.NOT_READY;
    } else if (error.code().equals("1202")) {
      return Kind.RATE_LIMITED;
    }
    return switch (error.status()) {
      case 401 -> Kind.UNAUTHORIZED;
      case 402 -> Kind.QUOTA;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> Kind.NOT_FOUND;
      case 408 -> Kind.UNAVAILABLE;
      case 409 -> call.equals("POST /jobs") ? Kind.QUOTA : Kind.CONFLICT;
      case 413 -> Kind.TOO_LARGE;
      case 429 -> Kind.RATE_LIMITED;
      default -> error.status() >= 500 ? Kind.UNAVAILABLE : Kind.BAD_REQUEST;
    };
  }

  /** The wait that a {@code Retry-After} header asks for: seconds or a date; at most an hour. */
  static Optional<Duration> retryAfter(String header, Clock clock) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String value = header.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(bounded(Duration.between(clock.instant(), date.toInstant())));
    } catch (DateTimeException e) {
      return Optional.empty(); // as good as none
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}

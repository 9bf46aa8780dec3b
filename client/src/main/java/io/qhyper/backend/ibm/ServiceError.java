package io.qhyper.backend.ibm;

import java.time.Duration;
import java.util.Optional;

/**
 * What an error answer says; texts are empty where it says nothing.
 *
 * @param call method and path, without query
 */
record ServiceError(
    String call,
    int status,
    String code,
    String message,
    String solution,
    String trace,
    Optional<Duration> retryAfter) {

  /** One line for people. */
  String text() {
    StringBuilder text = new StringBuilder("IBM Quantum answered ");
    text.append(call).append(" with HTTP ").append(status);
    if (!code.isEmpty()) {
      text.append(", code ").append(code);
    }
    text.append(": ").append(message.isEmpty() ? "no explanation" : message);
    if (!solution.isEmpty()) {
      text.append(" (").append(solution).append(')');
    }
    retryAfter.ifPresent(
        wait -> text.append("; it asks to wait ").append(wait.toSeconds()).append(" s"));
    if (!trace.isEmpty()) {
      text.append(" [trace ").append(trace).append(']');
    }
    return text.toString();
  }
}

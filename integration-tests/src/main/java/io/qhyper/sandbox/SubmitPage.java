package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.sandbox.SandboxSettings.Limits;
import io.qhyper.sandbox.SandboxSettings.RetryHint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** {@code POST /jobs}: everything that can stand between a body and a job. */
final class SubmitPage {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Limits limits;
  private final DevicePages devices;
  private final SessionBook sessions;
  private final JobBook book;
  private final Deque<Instant> recent = new ArrayDeque<>();

  SubmitPage(Limits limits, DevicePages devices, SessionBook sessions, JobBook book) {
    this.limits = limits;
    this.devices = devices;
    this.sessions = sessions;
    this.book = book;
  }

  /**
   * Accepts a job.
   *
   * @param fate gives what is in store for it; asked once it is sure to be accepted
   */
  Answer submit(Call call, Supplier<Optional<JobFate>> fate, Instant now) {
    checkRate(now);
    Submitted submitted = Submitted.of(call.json(), limits.executions());
    SandboxDevice device = devices.device(submitted.backend());
    checkUsage(call.instance(), now);
    submitted.session().ifPresent(id -> sessions.join(id, submitted.backend(), now));
    SandboxJob job = book.accept(submitted, device.rules(), call.instance(), fate.get(), now);
    ObjectNode body = Documents.object();
    body.put("id", job.id()).put("backend", submitted.backend());
    submitted.session().ifPresent(session -> body.put("session_id", session));
    body.put("private", submitted.isPrivate());
    return Answer.json(200, body);
  }

  private void checkRate(Instant now) {
    if (limits.submissionsPerMinute().isEmpty()) {
      return;
    }
    while (!recent.isEmpty() && !now.isBefore(recent.peekFirst().plus(MINUTE))) {
      recent.removeFirst();
    }
    if (recent.size() >= limits.submissionsPerMinute().getAsInt()) {
      throw tooMany(
          limits.retryHint(), Duration.between(now, recent.peekFirst().plus(MINUTE)), now);
    }
    recent.addLast(now);
  }

  /** The refusal of a call that came too soon. */
  static Refusal tooMany(RetryHint hint, Duration wait, Instant now) {
    long seconds = wait.plusMillis(999).toSeconds();
    Map<String, String> headers =
        switch (hint) {
          case SECONDS -> Map.of("Retry-After", String.valueOf(seconds));
          case DATE ->
              Map.of(
                  "Retry-After",
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(
                      now.plusSeconds(seconds).atOffset(ZoneOffset.UTC)));
          case NONE -> Map.of();
        };
    return new Refusal(429, "1202", "Too many requests.", "Wait before you try again.", headers);
  }

  private void checkUsage(String instance, Instant now) {
    OptionalLong limit = limits.usageLimit();
    if (limit.isPresent() && book.charged(instance, now) >= limit.getAsLong()) {
      throw quotaReached();
    }
  }

  /** The refusal of a job of an instance that has used its time. */
  static Refusal quotaReached() {
    return new Refusal(
        409,
        "usage_limit_reached",
        "The instance has reached its usage limit.",
        "Wait for the next period, or raise the limit of the instance.");
  }
}

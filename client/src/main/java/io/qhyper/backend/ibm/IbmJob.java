package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A job as the service describes it.
 *
 * @param backend name of the device; empty if unknown
 * @param status the service's word for the state
 * @param reason why it ended, with code and advice; empty if the service does not say
 * @param reasonCode the service's code for that; empty if there is none
 * @param cost cap on its execution time in seconds
 * @param usage the time charged
 */
public record IbmJob(
    JobId id,
    String backend,
    String status,
    JobState state,
    String reason,
    String reasonCode,
    List<String> tags,
    Optional<Instant> created,
    Optional<Double> cost,
    Optional<String> session,
    Usage usage) {

  private static final String RAN_TOO_LONG = "1305";

  public IbmJob {
    tags = List.copyOf(tags);
  }

  static IbmJob of(JsonNode json) {
    String what = "the description of a job";
    JobId id = new JobId(JsonDocument.required(what, json, "id"));
    JsonNode state = json.path("state");
    String status = JsonDocument.text(state, "status");
    String outer = JsonDocument.text(json, "status");
    if (status.isEmpty()) {
      status = outer;
    }
    String code = JsonDocument.text(state, "reason_code");
    if (code.isEmpty()) {
      code = JsonDocument.text(state, "reasonCode");
    }
    String reason = reason(state, code);
    List<String> tags = new ArrayList<>();
    json.path("tags").forEach(tag -> tags.add(tag.asText()));
    return new IbmJob(
        id,
        JsonDocument.text(json, "backend"),
        status,
        state(status, outer, code, reason),
        reason,
        code,
        tags,
        JsonDocument.time(json, "created"),
        JsonDocument.number(json, "cost").stream().boxed().findFirst(),
        Optional.of(JsonDocument.text(json, "session_id")).filter(s -> !s.isEmpty()),
        Usage.of(json));
  }

  private static String reason(JsonNode state, String code) {
    String reason = ErrorBodies.shortened(JsonDocument.text(state, "reason"));
    String solution = ErrorBodies.shortened(JsonDocument.text(state, "reason_solution"));
    return (reason
            + (solution.isEmpty() ? "" : " (" + solution + ")")
            + (code.isEmpty() ? "" : " [code " + code + "]"))
        .strip();
  }

  /** An unknown word counts as not finished. */
  private static JobState state(String status, String outer, String code, String reason) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "completed" -> new JobState.Completed();
      case "failed" ->
          new JobState.Failed(reason.isEmpty() ? "the service gives no reason" : reason);
      case "cancelled", "cancelled - ran too long" -> cancelled(outer, code, reason);
      case "queued" -> new JobState.Queued();
      default -> new JobState.Running();
    };
  }

  private static JobState cancelled(String outer, String code, String reason) {
    boolean ranTooLong =
        code.equals(RAN_TOO_LONG) || outer.toLowerCase(Locale.ROOT).contains("ran too long");
    return ranTooLong
        ? new JobState.Failed(
            "it ran longer than its cost cap allows; raise --cost-margin"
                + (reason.isEmpty() ? "" : ": " + reason))
        : new JobState.Cancelled();
  }
}

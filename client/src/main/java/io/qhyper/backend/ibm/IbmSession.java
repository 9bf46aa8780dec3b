package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A session or batch.
 *
 * @param mode {@code dedicated} or {@code batch}
 * @param state the service's word, such as {@code open}, {@code active} or {@code closed}
 * @param activated when its first job started
 * @param closed when it ended
 * @param elapsedSeconds on its clock, as the service reports; empty if it does not
 */
public record IbmSession(
    String id,
    String mode,
    String state,
    boolean acceptingJobs,
    Optional<Instant> activated,
    Optional<Instant> closed,
    OptionalDouble elapsedSeconds) {
  /** How the jobs of a session share the device. */
  public enum Mode {
    /** The device is kept for the session. */
    DEDICATED,
    /** Jobs are prepared side by side and run one after another. */
    BATCH
  }

  static IbmSession of(JsonNode json) {
    return new IbmSession(
        JsonDocument.required("a session", json, "id"),
        JsonDocument.text(json, "mode"),
        JsonDocument.text(json, "state"),
        json.path("accepting_jobs").asBoolean(false),
        JsonDocument.time(json, "activated_at").or(() -> JsonDocument.time(json, "started_at")),
        JsonDocument.time(json, "closed_at"),
        JsonDocument.number(json, "elapsed_time"));
  }

  /** Whether it has ended, jobs and all, so that its clock stands still. */
  public boolean isOver() {
    return closed.isPresent() || state.equalsIgnoreCase("closed");
  }

  /**
   * What it is charged so far (reference, section 6.3): the service's own number, or the time since
   * its first job started, pauses included; empty if the service tells neither.
   *
   * @param now the time, for a session that is not closed
   */
  public OptionalDouble chargedSeconds(Instant now) {
    if (elapsedSeconds.isPresent() || activated.isEmpty()) {
      return elapsedSeconds;
    }
    Duration clock = Duration.between(activated.get(), closed.orElse(now));
    return OptionalDouble.of(Math.max(0, clock.toMillis() / 1e3));
  }
}

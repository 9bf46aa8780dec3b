package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** What a job took: the time charged, and when it was made, started and ended. */
public record JobMetrics(
    Usage usage, Optional<Instant> created, Optional<Instant> running, Optional<Instant> finished) {

  static JobMetrics of(JsonNode json) {
    JsonNode times = json.path("timestamps");
    return new JobMetrics(
        Usage.of(json),
        JsonDocument.time(times, "created"),
        JsonDocument.time(times, "running"),
        JsonDocument.time(times, "finished"));
  }
}

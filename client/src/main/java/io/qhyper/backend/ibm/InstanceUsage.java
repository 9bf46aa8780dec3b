package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** The time that an instance has used in its current period, and what it may use, in seconds. */
public record InstanceUsage(
    double consumedSeconds,
    OptionalDouble limitSeconds,
    OptionalDouble allocationSeconds,
    boolean limitReached,
    Optional<Instant> periodStart,
    Optional<Instant> periodEnd) {

  static InstanceUsage of(JsonNode json) {
    JsonNode period = json.path("usage_period");
    return new InstanceUsage(
        JsonDocument.number(json, "usage_consumed_seconds").orElse(0),
        JsonDocument.number(json, "usage_limit_seconds"),
        JsonDocument.number(json, "usage_allocation_seconds"),
        json.path("usage_limit_reached").asBoolean(false),
        JsonDocument.time(period, "start_time"),
        JsonDocument.time(period, "end_time"));
  }
}

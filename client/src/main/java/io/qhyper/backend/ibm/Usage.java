package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The time that a job is charged.
 *
 * @param qpuSeconds empty while unknown
 * @param isFinal whether the number will not change any more
 */
public record Usage(OptionalDouble qpuSeconds, boolean isFinal) {
  /** Reads both shapes: before and since version 2026-03-15. */
  static Usage of(JsonNode owner) {
    JsonNode usage = owner.path("usage");
    OptionalDouble charged = JsonDocument.number(usage, "qpu_charge_time_seconds");
    String status = JsonDocument.text(usage, "status").toLowerCase(Locale.ROOT);
    if (charged.isPresent() || !status.isEmpty()) {
      return new Usage(charged, status.equals("complete"));
    }
    for (String older : new String[] {"quantum_seconds", "seconds"}) {
      OptionalDouble seconds = JsonDocument.number(usage, older);
      if (seconds.isPresent()) {
        return new Usage(seconds, true);
      }
    }
    OptionalDouble oldest = JsonDocument.number(owner.path("bss"), "seconds");
    return new Usage(oldest, oldest.isPresent());
  }
}

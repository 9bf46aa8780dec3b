package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A session or batch.
 *
 * @param mode {@code dedicated} or {@code batch}
 * @param state the service's word, such as {@code open}, {@code active} or {@code closed}
 */
public record IbmSession(String id, String mode, String state, boolean acceptingJobs) {
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
        json.path("accepting_jobs").asBoolean(false));
  }
}

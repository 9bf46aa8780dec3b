package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a device takes jobs now.
 *
 * @param usable whether it runs jobs
 * @param takesJobs whether it takes them; a paused device does, and keeps them waiting
 * @param status the service's word
 * @param message the service's remark
 * @param queueLength jobs that wait
 */
public record DeviceStatus(
    String name,
    boolean usable,
    boolean takesJobs,
    String status,
    String message,
    int queueLength) {

  static DeviceStatus of(String name, JsonNode json) {
    String status = JsonDocument.text(json, "status");
    boolean state = json.path("state").asBoolean(false);
    return new DeviceStatus(
        name,
        state && status.matches("active|online"),
        state || status.equals("paused"),
        status,
        JsonDocument.text(json, "message"),
        (int) JsonDocument.number(json, "length_queue").orElse(0));
  }
}

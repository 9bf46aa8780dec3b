package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a device takes jobs now.
 *
 * @param usable whether it runs jobs; a paused device takes them and keeps them waiting
 * @param status the service's word
 * @param message the service's remark
 * @param queueLength jobs that wait
 */
public record DeviceStatus(
    String name, boolean usable, String status, String message, int queueLength) {

  static DeviceStatus of(String name, JsonNode json) {
    String status = JsonDocument.text(json, "status");
    return new DeviceStatus(
        name,
        json.path("state").asBoolean(false) && status.matches("active|online"),
        status,
        JsonDocument.text(json, "message"),
        (int) JsonDocument.number(json, "length_queue").orElse(0));
  }
}

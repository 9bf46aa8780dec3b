package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/**
 * A quantum computer in the service's list.
 *
 * @param status {@code online}, {@code paused} or {@code offline}, and why
 * @param qubits 0 if the list does not say
 * @param queueLength jobs that wait
 * @param processor family and revision, such as {@code Heron r2}; empty if the list does not say
 * @param layeredError error per layered two-qubit gate
 */
public record Device(
    String name,
    String status,
    int qubits,
    int queueLength,
    String processor,
    OptionalDouble layeredError) {

  static Device of(JsonNode json) {
    if (json.isTextual()) {
      throw new IbmProtocolException(
          "IBM Quantum answered in the shape of API version 2024-01-01, so the header"
              + " IBM-API-Version did not arrive or is not a date; check the API version setting"
              + " and proxies on the way");
    }
    JsonNode status = json.path("status");
    String reason = JsonDocument.text(status, "reason");
    String word = JsonDocument.text(status, "name");
    double qubits =
        JsonDocument.number(json, "qubits")
            .orElse(JsonDocument.number(json, "physical_qubits").orElse(0));
    JsonNode processor = json.path("processor_type");
    String revision = JsonDocument.text(processor, "revision");
    return new Device(
        JsonDocument.required("a device in the list", json, "name"),
        reason.isEmpty() || reason.equals("available") ? word : word + " (" + reason + ")",
        (int) qubits,
        (int) JsonDocument.number(json, "queue_length").orElse(0),
        (JsonDocument.text(processor, "family") + (revision.isEmpty() ? "" : " r" + revision))
            .strip(),
        JsonDocument.number(json.path("performance_metrics").path("two_q_error_layered"), "value"));
  }
}

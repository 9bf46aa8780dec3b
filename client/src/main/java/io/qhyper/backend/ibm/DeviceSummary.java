package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a device is, from its configuration and calibration.
 *
 * @param couplings ordered pairs of coupled qubits
 * @param repetitionDelay microseconds between executions unless asked otherwise; 0 if unknown
 * @param calibrated when it was calibrated; empty if unknown
 */
public record DeviceSummary(
    String name,
    int qubits,
    List<String> gates,
    int couplings,
    double repetitionDelay,
    String calibrated) {

  static DeviceSummary of(String name, JsonNode configuration, JsonNode properties) {
    List<String> gates = new ArrayList<>();
    configuration.path("basis_gates").forEach(gate -> gates.add(gate.asText()));
    return new DeviceSummary(
        name,
        configuration.path("n_qubits").asInt(0),
        List.copyOf(gates),
        configuration.path("coupling_map").size(),
        configuration.path("default_rep_delay").asDouble(0),
        JsonDocument.text(properties, "last_update_date"));
  }
}

package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls about devices (section 2.1). */
final class DevicePages {
  private final Map<String, SandboxDevice> devices = new LinkedHashMap<>();

  DevicePages(List<SandboxDevice> devices) {
    devices.forEach(device -> this.devices.put(device.name(), device));
  }

  /**
   * A device by its name.
   *
   * @throws Refusal if there is none
   */
  SandboxDevice device(String name) {
    SandboxDevice device = devices.get(name);
    if (device == null) {
      throw Refusal.notFound("Backend not found: " + name);
    }
    return device;
  }

  /** An account without an instance sees no devices. */
  Answer list(Call call, long waiting) {
    ObjectNode body = Documents.object();
    ArrayNode list = body.putArray("devices");
    if (!call.instance().isEmpty()) {
      devices.values().forEach(device -> list.add(entry(device, call.version(), waiting)));
    }
    return Answer.json(200, body);
  }

  private static JsonNode entry(SandboxDevice device, ApiVersion version, long waiting) {
    ObjectNode entry = Documents.object();
    if (!version.hasDeviceObjects()) {
      return entry.textNode(device.name());
    }
    entry.put("name", device.name());
    entry.putObject("status").put("name", "online").put("reason", "available");
    entry.put("is_simulator", false).put("qubits", device.qubits());
    entry.put("queue_length", waiting);
    JsonNode type = device.configuration().path("processor_type");
    if (type.isObject()) {
      entry.set("processor_type", type);
    }
    return entry;
  }

  Answer status(Call call, long waiting) {
    device(call.id());
    ObjectNode body = Documents.object().put("state", true).put("status", "active");
    return Answer.json(
        200,
        body.put("message", "available").put("length_queue", waiting).put("backend_version", ""));
  }

  Answer configuration(Call call) {
    return Answer.json(200, device(call.id()).configuration());
  }

  Answer properties(Call call) {
    return Answer.json(200, device(call.id()).properties());
  }

  /** What an instance may use. */
  ArrayNode names() {
    ArrayNode names = Documents.array();
    devices.keySet().forEach(names::add);
    return names;
  }
}

package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A device as two documents of the service: its configuration and its calibration. */
public final class SandboxDevice {
  private static final String CONFIGURATION = "configuration.json";
  private static final String PROPERTIES = "properties.json";

  private final String name;
  private final ObjectNode configuration;
  private final ObjectNode properties;
  private final DeviceRules rules;

  SandboxDevice(ObjectNode configuration, ObjectNode properties) {
    this.name = configuration.path("backend_name").asText("");
    this.configuration = configuration;
    this.properties = properties;
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a device's configuration needs a backend_name");
    }
    this.rules = DeviceRules.of(configuration, properties);
  }

  /**
   * The devices of a folder: that of {@code configuration.json} and {@code properties.json} in it,
   * or those of its folders. Either file may stand for its folder.
   *
   * @throws IllegalArgumentException if there is none, or a document describes no device
   * @throws IOException if a document is missing or cannot be read
   */
  public static List<SandboxDevice> read(Path folderOrFile) throws IOException {
    Path folder =
        Files.isRegularFile(folderOrFile)
            ? folderOrFile.toAbsolutePath().getParent()
            : folderOrFile;
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder);
    }
    if (Files.exists(folder.resolve(CONFIGURATION))) {
      return List.of(ofFolder(folder));
    }
    List<Path> inner;
    try (Stream<Path> entries = Files.list(folder)) {
      inner = entries.filter(entry -> Files.exists(entry.resolve(CONFIGURATION))).sorted().toList();
    }
    if (inner.isEmpty()) {
      throw new IllegalArgumentException(
          "neither " + folder + " nor a folder in it holds " + CONFIGURATION);
    }
    List<SandboxDevice> devices = new ArrayList<>();
    for (Path each : inner) {
      devices.add(ofFolder(each));
    }
    return devices;
  }

  private static SandboxDevice ofFolder(Path folder) throws IOException {
    ObjectNode configuration = document(folder.resolve(CONFIGURATION));
    ObjectNode properties = document(folder.resolve(PROPERTIES));
    try {
      return new SandboxDevice(configuration, properties);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(folder + ": " + e.getMessage(), e);
    }
  }

  private static ObjectNode document(Path file) throws IOException {
    JsonNode node = Documents.parse(Files.readAllBytes(file)).orElse(null);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(file + " should hold a JSON object");
  }

  /** What jobs call it. */
  public String name() {
    return name;
  }

  /** Number of qubits. */
  public int qubits() {
    return configuration.path("n_qubits").asInt();
  }

  /** Names of its gates, such as {@code cz, id, rz, sx, x}. */
  public List<String> basisGates() {
    List<String> gates = new ArrayList<>();
    configuration.path("basis_gates").forEach(gate -> gates.add(gate.asText()));
    return gates;
  }

  ObjectNode configuration() {
    return configuration;
  }

  ObjectNode properties() {
    return properties;
  }

  DeviceRules rules() {
    return rules;
  }
}

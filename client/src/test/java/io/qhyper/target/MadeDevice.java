package io.qhyper.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes the two documents of a made-up heavy-hex device, to be changed by tests. */
public final class MadeDevice {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public final ObjectNode configuration = MAPPER.createObjectNode();
  public final ObjectNode properties = MAPPER.createObjectNode();
  private final Random random = new Random(17);
  private final List<int[]> edges = new ArrayList<>();
  private final String entangler;
  private int qubits;

  /** Two or more rows of qubits with bridges; the entangler is cz (both ways) or ecr (one way). */
  public MadeDevice(String entangler, int rows, int columns) {
    this.entangler = entangler;
    lattice(rows, columns);
    configuration
        .put("backend_name", "made_" + entangler)
        .put("backend_version", "1.2.3")
        .put("n_qubits", qubits)
        .put("dt", 4.0)
        .put("unknown_field", true);
    configuration.putObject("processor_type").put("family", "Heron").put("revision", "1");
    for (String step : List.of("measure", "reset", "delay", "if_else")) {
      configuration.withArray("supported_instructions").add(step);
    }
    qubitRows();
    gates();
    ObjectNode reset = configuration.withArray("gates").addObject();
    reset.put("name", "reset").putNull("parameters").putNull("qasm_def");
  }

  /** Writes both documents into a folder and gives it back. */
  public Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("configuration.json"), configuration.toString());
    Files.writeString(folder.resolve("properties.json"), properties.toString());
    return folder;
  }

  private void lattice(int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      int first = qubits;
      qubits += columns;
      for (int column = 0; column + 1 < columns; column++) {
        edges.add(new int[] {first + column, first + column + 1});
      }
      int start = row % 2 == 0 ? 3 : 1;
      int next = qubits + (columns - start + 3) / 4;
      for (int column = start; column < columns && row + 1 < rows; column += 4) {
        edges.add(new int[] {first + column, qubits});
        edges.add(new int[] {qubits++, next + column});
      }
    }
  }

  private void qubitRows() {
    for (int qubit = 0; qubit < qubits; qubit++) {
      ArrayNode rows = properties.withArray("qubits").addArray();
      row(rows, "T1", "us", 200);
      row(rows, "T2", "us", 500);
      row(rows, "readout_error", "", error(1e-2));
      row(rows, "prob_meas0_prep1", "", 0.01);
      row(rows, "prob_meas1_prep0", "", 0.02);
      row(rows, "readout_length", "ns", 1500);
    }
  }

  private void gates() {
    for (String name : List.of("id", "rz", "sx", "x")) {
      ArrayNode places = gate(name);
      for (int qubit = 0; qubit < qubits; qubit++) {
        places.addArray().add(qubit);
        boolean isRz = name.equals("rz");
        facts(name, isRz ? 0 : error(2e-4), isRz ? 0 : 32, qubit);
      }
    }
    ArrayNode pairs = gate(entangler);
    for (int[] edge : edges) {
      boolean turned = random.nextBoolean();
      int a = edge[turned ? 1 : 0];
      int b = edge[turned ? 0 : 1];
      double error = error(3e-3);
      pairs.addArray().add(a).add(b);
      facts(entangler, error, 68, a, b);
      if (entangler.equals("cz")) {
        pairs.addArray().add(b).add(a);
        facts(entangler, error, 68, b, a);
        facts("rzz", 1, 68, a, b);
      }
    }
  }

  private ArrayNode gate(String name) {
    configuration.withArray("basis_gates").add(name);
    ObjectNode gate = configuration.withArray("gates").addObject();
    return gate.put("name", name).putArray("coupling_map");
  }

  private void facts(String name, double error, double nanoseconds, int... on) {
    ObjectNode gate = properties.withArray("gates").addObject();
    gate.put("gate", name);
    for (int qubit : on) {
      gate.withArray("qubits").add(qubit);
    }
    ArrayNode rows = gate.putArray("parameters");
    row(rows, "gate_error", "", error);
    row(rows, "gate_length", "ns", nanoseconds);
  }

  private static void row(ArrayNode rows, String name, String unit, double value) {
    rows.addObject()
        .put("date", "2026-01-01")
        .put("name", name)
        .put("unit", unit)
        .put("value", value);
  }

  private double error(double usual) {
    return usual * Math.exp(0.6 * random.nextGaussian());
  }
}

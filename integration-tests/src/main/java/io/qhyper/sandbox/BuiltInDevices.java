package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two made-up devices of 27 qubits in a heavy-hexagon lattice, as documents of the service.
 *
 * <p>They have what real ones have: errors that differ from place to place, a gate and a qubit that
 * must not be used, rows that are missing, T2 above 2·T1. The numbers are smooth made-up functions
 * of the place, around the medians of section 5.3.
 */
final class BuiltInDevices {
  private static final int QUBITS = 27;
  private static final String DATE = "2026-11-23T00:00:00+00:00";

  /** Two hexagons of twelve qubits that share a side, and six qubits at the rim. */
  private static final int[][] EDGES = {
    {0, 1}, {1, 2}, {1, 4}, {2, 3}, {3, 5}, {4, 7}, {5, 8}, {6, 7}, {7, 10}, {8, 9}, {8, 11},
    {10, 12}, {11, 14}, {12, 13}, {12, 15}, {13, 14}, {14, 16}, {15, 18}, {16, 19}, {17, 18},
    {18, 21}, {19, 20}, {19, 22}, {21, 23}, {22, 25}, {23, 24}, {24, 25}, {25, 26}
  };

  /** The shared side. */
  private static final List<Integer> BROKEN_EDGE = List.of(13, 14);

  private static final int BROKEN_QUBIT = 20;
  private static final int WITHOUT_TIMES = 9;

  private BuiltInDevices() {}

  static List<SandboxDevice> all() {
    return List.of(heron(), eagle());
  }

  /** With symmetric cz, and the fractional gates rx and rzz. */
  static SandboxDevice heron() {
    List<List<Integer>> pairs = new ArrayList<>();
    for (int[] edge : EDGES) {
      pairs.add(List.of(edge[0], edge[1]));
      pairs.add(List.of(edge[1], edge[0]));
    }
    Gates gates = new Gates();
    gates.onQubits(List.of("id", "sx", "x", "rx"), 2.4e-4, 32);
    gates.onPairs("cz", pairs, 1.8e-3, 68);
    gates.onPairs("rzz", pairs, 1.8e-3, 88);
    return device("sandbox_heron", "Heron", "2", 4.0, "cz", pairs, gates);
  }

  /** With directed ecr. */
  static SandboxDevice eagle() {
    List<List<Integer>> pairs = new ArrayList<>();
    for (int i = 0; i < EDGES.length; i++) {
      boolean turned = i % 3 == 1;
      pairs.add(List.of(EDGES[i][turned ? 1 : 0], EDGES[i][turned ? 0 : 1]));
    }
    Gates gates = new Gates();
    gates.onQubits(List.of("id", "sx", "x"), 2.4e-4, 57);
    gates.onPairs("ecr", pairs, 7.8e-3, 533);
    return device("sandbox_eagle", "Eagle", "3", 2.0 / 9, "ecr", pairs, gates);
  }

  private static SandboxDevice device(
      String name,
      String family,
      String revision,
      double dt,
      String pairGate,
      List<List<Integer>> pairs,
      Gates gates) {
    ObjectNode configuration = Documents.object();
    configuration.put("backend_name", name).put("backend_version", "1.0.0");
    configuration.put("n_qubits", QUBITS);
    ArrayNode basis = configuration.putArray("basis_gates");
    gates.names.forEach(basis::add);
    basis.add("rz");
    configuration.set("gates", gates.listed);
    configuration.putArray("coupling_map").addAll(pairs.stream().map(Gates::tuple).toList());
    ArrayNode instructions = configuration.putArray("supported_instructions");
    gates.names.forEach(instructions::add);
    List.of("rz", "measure", "reset", "delay", "if_else").forEach(instructions::add);
    configuration.putArray("supported_features").add("qasm3").add("parameters");
    configuration.put("simulator", false).put("local", false).put("conditional", false);
    configuration.put("open_pulse", false).put("memory", true);
    configuration.put("dt", dt).put("dtm", dt);
    configuration.put("max_shots", 100_000).put("max_experiments", 300);
    configuration.putArray("rep_delay_range").add(0.0).add(500.0);
    configuration.put("default_rep_delay", 250.0).put("dynamic_reprate_enabled", true);
    ObjectNode timing = configuration.putObject("timing_constraints");
    timing.put("acquire_alignment", 1).put("granularity", 1);
    timing.put("min_length", 2).put("pulse_alignment", 1);
    configuration.putObject("processor_type").put("family", family).put("revision", revision);
    configuration.put("description", "made up for the sandbox, native " + pairGate);
    gates.virtual();
    ObjectNode properties = Documents.object();
    properties.put("backend_name", name).put("backend_version", "1.0.0");
    properties.put("last_update_date", DATE);
    properties.set("qubits", qubits());
    properties.set("gates", gates.measured);
    properties.putArray("general");
    properties.putArray("general_qlists");
    return new SandboxDevice(configuration, properties);
  }

  private static ArrayNode qubits() {
    ArrayNode qubits = Documents.array();
    for (int qubit = 0; qubit < QUBITS; qubit++) {
      ArrayNode rows = qubits.addArray();
      if (qubit != WITHOUT_TIMES) {
        row(rows, "T1", "us", 280 * spread(qubit, 0.4));
        row(rows, "T2", "us", qubit == 3 ? 900 : 150 * spread(qubit + 0.5, 0.5));
      }
      double zeroGivenOne = 0.012 * spread(qubit + 0.2, 0.6);
      double oneGivenZero = 0.008 * spread(qubit + 0.7, 0.6);
      row(rows, "readout_error", "", (zeroGivenOne + oneGivenZero) / 2);
      row(rows, "prob_meas0_prep1", "", zeroGivenOne);
      row(rows, "prob_meas1_prep0", "", oneGivenZero);
      row(rows, "readout_length", "ns", 1560);
      if (qubit == BROKEN_QUBIT) {
        row(rows, "operational", "", 0);
      }
    }
    return qubits;
  }

  private static void row(ArrayNode rows, String name, String unit, double value) {
    rows.addObject().put("date", DATE).put("name", name).put("unit", unit).put("value", value);
  }

  /** A factor around 1 that looks uneven over places. */
  private static double spread(double place, double by) {
    return 1 + by * Math.sin(12.9898 * place + 4.1);
  }

  /** The gates of both documents while they are put together. */
  private static final class Gates {
    private final List<String> names = new ArrayList<>();
    private final ArrayNode listed = Documents.array();
    private final ArrayNode measured = Documents.array();

    static ArrayNode tuple(List<Integer> on) {
      ArrayNode tuple = Documents.array();
      on.forEach(tuple::add);
      return tuple;
    }

    void onQubits(List<String> gates, double error, double length) {
      for (String gate : gates) {
        on(gate, IntStream.range(0, QUBITS).mapToObj(List::of).toList(), error, length);
      }
    }

    void onPairs(String gate, List<List<Integer>> pairs, double error, double length) {
      on(gate, pairs, error, length);
    }

    /** The gate that is no pulse: no error, no time. */
    void virtual() {
      on("rz", IntStream.range(0, QUBITS).mapToObj(List::of).toList(), 0, 0);
    }

    private void on(String gate, List<List<Integer>> sites, double error, double length) {
      if (!gate.equals("rz")) {
        names.add(gate);
      }
      ObjectNode entry = listed.addObject().put("name", gate);
      entry.putArray("parameters");
      entry.putArray("coupling_map").addAll(sites.stream().map(Gates::tuple).toList());
      for (List<Integer> on : sites) {
        ObjectNode site = measured.addObject().put("gate", gate);
        site.put("name", gate + String.join("_", on.stream().map(String::valueOf).toList()));
        site.set("qubits", tuple(on));
        boolean isBroken = on.size() == 2 && on.containsAll(BROKEN_EDGE);
        double place = on.stream().mapToInt(Integer::intValue).sum() / 2.0;
        ArrayNode rows = site.putArray("parameters");
        row(rows, "gate_error", "", isBroken ? 1 : error * spread(place, 0.5));
        row(rows, "gate_length", "ns", length);
      }
    }
  }
}

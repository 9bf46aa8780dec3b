package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.Delay;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which instructions a device takes on which qubits (section 4.2).
 *
 * <p>Made from the documents alone and not by way of the product's own compiler or its idea of a
 * device, so that a mistake there shows here.
 *
 * @param sites gate → tuples of qubits in the order that it takes
 * @param broken gate → tuples that must not be used
 * @param instructions steps other than gates
 * @param brokenQubits qubits that must not be used
 */
record DeviceRules(
    int qubits,
    Map<String, Set<List<Integer>>> sites,
    Map<String, Set<List<Integer>>> broken,
    Set<String> instructions,
    Set<Integer> brokenQubits) {
  private static final double SLACK = 1e-12;

  static DeviceRules of(JsonNode configuration, JsonNode properties) {
    int qubits = configuration.path("n_qubits").asInt();
    if (qubits < 1) {
      throw new IllegalArgumentException("a device's configuration needs n_qubits above 0");
    }
    Map<String, Set<List<Integer>>> sites = new HashMap<>();
    Map<String, Set<List<Integer>>> broken = new HashMap<>();
    for (JsonNode gate : properties.path("gates")) {
      String name = gate.path("gate").asText();
      List<Integer> on = tuple(gate.path("qubits"));
      put(sites, name, on);
      if (row(gate.path("parameters"), "gate_error").orElse(0.0) >= 1
          || isOff(gate, "parameters")) {
        put(broken, name, on);
      }
    }
    for (JsonNode gate : configuration.path("gates")) {
      if (gate.path("coupling_map").isArray()) {
        Set<List<Integer>> listed = new HashSet<>();
        gate.path("coupling_map").forEach(on -> listed.add(tuple(on)));
        sites.put(gate.path("name").asText(), listed); // goes before what was measured
      }
    }
    Set<String> instructions = new HashSet<>();
    configuration.path("supported_instructions").forEach(name -> instructions.add(name.asText()));
    Set<Integer> brokenQubits = new HashSet<>();
    for (int qubit = 0; qubit < properties.path("qubits").size(); qubit++) {
      JsonNode rows = properties.path("qubits").path(qubit);
      if (row(rows, "operational").orElse(1.0) == 0) {
        brokenQubits.add(qubit);
      }
      if (row(rows, "readout_error").orElse(0.0) >= 1) {
        put(broken, "measure", List.of(qubit));
      }
    }
    return new DeviceRules(qubits, sites, broken, instructions, brokenQubits);
  }

  private static boolean isOff(JsonNode owner, String rows) {
    return row(owner.path(rows), "operational").orElse(1.0) == 0;
  }

  private static Optional<Double> row(JsonNode rows, String name) {
    for (JsonNode row : rows) {
      if (row.path("name").asText().equals(name) && row.path("value").isNumber()) {
        return Optional.of(row.path("value").asDouble());
      }
    }
    return Optional.empty();
  }

  private static List<Integer> tuple(JsonNode qubits) {
    List<Integer> tuple = new ArrayList<>();
    qubits.forEach(qubit -> tuple.add(qubit.asInt()));
    return List.copyOf(tuple);
  }

  private static void put(Map<String, Set<List<Integer>>> sites, String gate, List<Integer> on) {
    sites.computeIfAbsent(gate, name -> new HashSet<>()).add(on);
  }

  /**
   * The first step that the device does not take, in words; empty for a circuit that it takes.
   *
   * @param binding values of the circuit's inputs
   */
  Optional<String> violation(Circuit circuit, Binding binding) {
    return first(circuit.instructions(), binding);
  }

  private Optional<String> first(List<Instruction> steps, Binding binding) {
    for (Instruction step : steps) {
      Optional<String> trouble = violation(step, binding);
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return Optional.empty();
  }

  private Optional<String> violation(Instruction step, Binding binding) {
    if (step instanceof Barrier) {
      return Optional.empty();
    }
    if (step instanceof Conditional branch) {
      return instructions.contains("if_else")
          ? first(branch.then(), binding).or(() -> first(branch.otherwise(), binding))
          : Optional.of("the instruction if_else");
    }
    for (int qubit : step.qubits()) {
      if (qubit >= qubits) {
        return Optional.of("qubit " + qubit + " on a system of " + qubits + " qubits");
      }
      if (brokenQubits.contains(qubit)) {
        return Optional.of("faulty qubit " + qubit);
      }
    }
    if (step instanceof GateCall call) {
      return gate(call, binding);
    } else if (step instanceof Measure) {
      return isIn(broken, "measure", step.qubits())
          ? Optional.of("a measurement of faulty qubit " + step.qubits().get(0))
          : Optional.empty();
    } else if (step instanceof Reset) {
      return instruction("reset");
    } else if (step instanceof Delay) {
      return instruction("delay");
    }
    return Optional.of("an unknown instruction");
  }

  private Optional<String> instruction(String name) {
    return instructions.contains(name) ? Optional.empty() : Optional.of("the instruction " + name);
  }

  private Optional<String> gate(GateCall call, Binding binding) {
    String name = "c".repeat(call.controls()) + call.gate().text();
    String place = name + " on qubits " + call.qubits();
    if (call.controls() > 0 || !isIn(sites, name, call.qubits())) {
      return Optional.of("the instruction " + place);
    }
    if (isIn(broken, name, call.qubits())) {
      return Optional.of("the faulty gate " + place);
    }
    if (name.equals("rzz")) {
      Angle angle = call.angles().get(0);
      double value = angle.value(binding);
      if (!(value >= -SLACK && value <= Math.PI / 2 + SLACK)) {
        return Optional.of(
            "the instruction " + place + " with angle " + value + ", which is not in 0..pi/2");
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(Map<String, Set<List<Integer>>> map, String gate, List<Integer> on) {
    return map.getOrDefault(gate, Set.of()).contains(on);
  }
}

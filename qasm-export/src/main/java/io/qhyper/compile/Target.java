package io.qhyper.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A device to compile for: which gates it has on which qubits, and how good they are.
 *
 * <p>All times are seconds. What the device does not say is empty; a gate that is listed is there
 * even if nothing else is known of it. Source of the fields: reference ibm-quantum-rest, section 5.
 *
 * @param name the device's name
 * @param version the version of its calibration or configuration, as the device writes it
 * @param qubits the physical qubits 0, 1, …
 * @param gates gate name → tuple of qubits in the order in which the gate takes them → facts; a
 *     directed gate ({@code ecr}) is listed one way, a symmetric one ({@code cz}) both ways
 * @param instructions other steps that the device takes: {@code measure}, {@code reset}, {@code
 *     delay}, {@code if_else}
 * @param sampleTime the unit {@code dt}, in seconds
 * @param repetitionDelay the time between two shots unless asked otherwise, in seconds
 */
public record Target(
    String name,
    String version,
    List<TargetQubit> qubits,
    Map<String, Map<List<Integer>, GateFacts>> gates,
    Set<String> instructions,
    OptionalDouble sampleTime,
    OptionalDouble repetitionDelay) {

  public Target {
    qubits = List.copyOf(qubits);
    instructions = Collections.unmodifiableSet(new TreeSet<>(instructions));
    Numbers.requireNotNegative("sample time", sampleTime);
    Numbers.requireNotNegative("repetition delay", repetitionDelay);
    Map<String, Map<List<Integer>, GateFacts>> copy = new TreeMap<>();
    for (Map.Entry<String, Map<List<Integer>, GateFacts>> gate : gates.entrySet()) {
      Map<List<Integer>, GateFacts> sites = new LinkedHashMap<>();
      for (Map.Entry<List<Integer>, GateFacts> site : gate.getValue().entrySet()) {
        requireQubits(gate.getKey(), site.getKey(), qubits.size());
        sites.put(List.copyOf(site.getKey()), site.getValue());
      }
      copy.put(gate.getKey(), Collections.unmodifiableMap(sites));
    }
    gates = Collections.unmodifiableMap(copy);
  }

  /** A device that does not say how long it waits between two shots. */
  public Target(
      String name,
      String version,
      List<TargetQubit> qubits,
      Map<String, Map<List<Integer>, GateFacts>> gates,
      Set<String> instructions,
      OptionalDouble sampleTime) {
    this(name, version, qubits, gates, instructions, sampleTime, OptionalDouble.empty());
  }

  private static void requireQubits(String gate, List<Integer> site, int count) {
    if (site.isEmpty() || Set.copyOf(site).size() != site.size()) {
      throw new IllegalArgumentException("gate " + gate + " needs different qubits, got " + site);
    }
    for (int qubit : site) {
      if (qubit < 0 || qubit >= count) {
        throw new IllegalArgumentException(
            "gate " + gate + " names qubit " + qubit + ", the device has 0.." + (count - 1));
      }
    }
  }

  /** Where a gate is, with its facts; empty for a gate that the device lacks. */
  public Map<List<Integer>, GateFacts> sites(String gate) {
    return gates.getOrDefault(gate, Map.of());
  }

  /** What is known of a gate on qubits in this order; empty if it is not listed there. */
  public Optional<GateFacts> gate(String gate, List<Integer> on) {
    return Optional.ofNullable(sites(gate).get(on));
  }

  /** Whether the device takes a step such as {@code if_else}, {@code reset} or {@code delay}. */
  public boolean supports(String instruction) {
    return instructions.contains(instruction) || gates.containsKey(instruction);
  }

  /** Whether a gate is listed on qubits in this order and is not faulty, nor any of the qubits. */
  public boolean isUsable(String gate, List<Integer> on) {
    return gate(gate, on).filter(facts -> !facts.isFaulty()).isPresent()
        && on.stream().allMatch(qubit -> qubits.get(qubit).operational());
  }
}

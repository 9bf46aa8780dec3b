package io.qhyper.target;

import io.qhyper.compile.GateFacts;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import io.qhyper.store.MalformedFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes a {@link Target} of a device's configuration and properties (reference ibm-quantum-rest,
 * sections 5.1 and 5.2).
 *
 * <p>A gate is where the configuration lists it; gates that only the properties know (rx, rzz,
 * measure) are where these list them.
 */
final class DeviceDocuments {
  private static final int MOST_QUBITS = 10_000;
  private static final double NANOSECOND = 1e-9;
  private static final double MICROSECOND = 1e-6;

  private final Path source;
  private final ConfigurationDocument configuration;
  private final PropertiesDocument properties;

  DeviceDocuments(Path source, ConfigurationDocument configuration, PropertiesDocument properties) {
    this.source = source;
    this.configuration = configuration;
    this.properties = properties;
  }

  /**
   * The device.
   *
   * @throws MalformedFileException if the documents are no description of a device
   */
  Target target() {
    if (configuration.nQubits() == null
        || configuration.nQubits() < 1
        || configuration.nQubits() > MOST_QUBITS) {
      throw new MalformedFileException(
          source, "needs n_qubits in 1.." + MOST_QUBITS + ", got " + configuration.nQubits());
    }
    try {
      return new Target(
          Objects.requireNonNullElse(configuration.backendName(), "unnamed"),
          Objects.requireNonNullElse(configuration.backendVersion(), ""),
          qubits(),
          gates(),
          new LinkedHashSet<>(notNull(configuration.supportedInstructions())),
          seconds(configuration.dt(), NANOSECOND),
          seconds(configuration.defaultRepDelay(), MICROSECOND));
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, "describes no device: " + e.getMessage());
    }
  }

  private static OptionalDouble seconds(Double value, double unit) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value * unit);
  }

  private List<TargetQubit> qubits() {
    List<List<PropertiesDocument.Row>> rows = notNull(properties.qubits());
    List<TargetQubit> qubits = new ArrayList<>();
    for (int qubit = 0; qubit < configuration.nQubits(); qubit++) {
      Rows known = new Rows("qubit " + qubit, qubit < rows.size() ? rows.get(qubit) : List.of());
      qubits.add(
          new TargetQubit(
              known.seconds("T1"),
              known.seconds("T2"),
              known.number("readout_error"),
              known.number("prob_meas0_prep1"),
              known.number("prob_meas1_prep0"),
              known.seconds("readout_length"),
              known.isOperational()));
    }
    return qubits;
  }

  private Map<String, Map<List<Integer>, GateFacts>> gates() {
    Map<String, Map<List<Integer>, GateFacts>> measured = new TreeMap<>();
    for (PropertiesDocument.GateRows gate : notNull(properties.gates())) {
      if (gate.gate() == null || gate.qubits() == null) {
        throw new IllegalArgumentException("a gate of the properties has null for name or qubits");
      }
      Rows rows = new Rows(gate.gate() + " on " + gate.qubits(), notNull(gate.parameters()));
      measured
          .computeIfAbsent(gate.gate(), name -> new LinkedHashMap<>())
          .put(
              gate.qubits(),
              new GateFacts(
                  rows.number("gate_error"), rows.seconds("gate_length"), rows.isOperational()));
    }
    Map<String, Map<List<Integer>, GateFacts>> gates = new TreeMap<>(measured);
    listed(measured)
        .forEach(
            (name, sites) -> {
              Map<List<Integer>, GateFacts> known = measured.getOrDefault(name, Map.of());
              Map<List<Integer>, GateFacts> all = new LinkedHashMap<>();
              sites.forEach(site -> all.put(site, known.getOrDefault(site, GateFacts.UNKNOWN)));
              gates.put(name, all);
            });
    return gates;
  }

  /** Where the configuration puts gates; what it lists without places is where it was measured. */
  private Map<String, List<List<Integer>>> listed(
      Map<String, Map<List<Integer>, GateFacts>> measured) {
    Map<String, List<List<Integer>>> listed = new HashMap<>();
    for (ConfigurationDocument.GateDocument gate : notNull(configuration.gates())) {
      if (gate.couplingMap() != null) {
        listed.put(gate.name(), gate.couplingMap());
      }
    }
    for (String name : notNull(configuration.basisGates())) {
      if (!listed.containsKey(name) && !measured.containsKey(name)) {
        boolean isPair = Set.of("cz", "ecr", "cx", "rzz").contains(name);
        listed.put(name, isPair ? notNull(configuration.couplingMap()) : everyQubit());
      }
    }
    return listed;
  }

  private List<List<Integer>> everyQubit() {
    return IntStream.range(0, configuration.nQubits()).mapToObj(List::of).toList();
  }

  private static <T> List<T> notNull(List<T> list) {
    return list == null ? List.of() : list;
  }
}

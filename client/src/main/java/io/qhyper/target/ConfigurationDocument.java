package io.qhyper.target;

import java.util.List;

/**
 * What is used of {@code configuration.json}; any field may be null.
 *
 * @param dt nanoseconds
 * @param defaultRepDelay microseconds
 */
record ConfigurationDocument(
    String backendName,
    String backendVersion,
    Integer nQubits,
    List<String> basisGates,
    List<String> supportedInstructions,
    List<GateDocument> gates,
    List<List<Integer>> couplingMap,
    Double dt,
    Double defaultRepDelay) {

  /** One gate and where it is. */
  record GateDocument(String name, List<List<Integer>> couplingMap) {}
}

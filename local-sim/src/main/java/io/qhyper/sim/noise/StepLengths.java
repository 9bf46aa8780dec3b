package io.qhyper.sim.noise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long steps take, for the schedule that says when a qubit idles; in seconds.
 *
 * @param byName gate, {@code measure} or {@code reset} → length wherever it is
 * @param bySite the same by name and ordered qubits, which comes first
 * @param sampleTime the device's {@code dt}; empty if unknown
 */
public record StepLengths(
    Map<String, Double> byName,
    Map<String, Map<List<Integer>, Double>> bySite,
    OptionalDouble sampleTime) {
  /** Nothing takes any time but delays in seconds. */
  public static final StepLengths NONE =
      new StepLengths(Map.of(), Map.of(), OptionalDouble.empty());

  public StepLengths {
    byName = Map.copyOf(byName);
    byName.forEach((name, length) -> Values.notNegative("length of " + name, length));
    Map<String, Map<List<Integer>, Double>> copy = new HashMap<>();
    bySite.forEach(
        (name, sites) -> {
          sites.forEach((on, length) -> Values.notNegative("length of " + name + on, length));
          copy.put(name, Map.copyOf(sites));
        });
    bySite = Map.copyOf(copy);
  }

  /** How long a step takes; 0 if nothing is known of it. */
  public double of(String name, List<Integer> on) {
    Double site = bySite.getOrDefault(name, Map.of()).get(on);
    return site != null ? site : byName.getOrDefault(name, 0.0);
  }
}

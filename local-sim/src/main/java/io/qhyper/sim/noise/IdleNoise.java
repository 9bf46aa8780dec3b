package io.qhyper.sim.noise;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Relaxation of qubits while they wait for others, or for a {@code delay}.
 *
 * <p>Every step begins as late as the steps after it allow (ALAP), as IBM's service schedules: a
 * qubit waits as |0⟩ where it can, not between a gate and its measurement. A qubit does not relax
 * before its first gate, when it is |0⟩ anyway, nor while it is being measured: readout errors are
 * measured with that included.
 *
 * @param everywhere how fast qubits without an entry of their own relax; empty if they do not
 * @param byQubit how fast others do, by number
 * @param lengths how long the steps take
 */
public record IdleNoise(
    Optional<Relaxation> everywhere, Map<Integer, Relaxation> byQubit, StepLengths lengths) {
  public IdleNoise {
    byQubit = Map.copyOf(byQubit);
  }

  /** How fast a qubit relaxes; empty if it does not. */
  public Optional<Relaxation> of(int qubit) {
    return Optional.ofNullable(byQubit.get(qubit)).or(() -> everywhere);
  }

  /** The same at {@code factor} times the speed. */
  public IdleNoise scaled(double factor) {
    Map<Integer, Relaxation> qubits = new TreeMap<>();
    byQubit.forEach((qubit, relaxation) -> qubits.put(qubit, relaxation.faster(factor)));
    return new IdleNoise(everywhere.map(relaxation -> relaxation.faster(factor)), qubits, lengths);
  }
}

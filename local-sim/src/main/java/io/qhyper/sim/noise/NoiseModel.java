package io.qhyper.sim.noise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All noise of a device: channels after gates, relaxation of idle qubits, misreadings.
 *
 * <p>Every rule that covers a gate acts, in the order of the list, after the gate. Definitions are
 * expanded first, so rules are about standard gates.
 *
 * @param description what it is and which convention its numbers follow, for people
 * @param qubits what the numbers of qubits in it mean
 * @param rules channels after gates
 * @param readout misreadings
 * @param idle relaxation of idle qubits; empty for none
 */
public record NoiseModel(
    String description,
    QubitNumbers qubits,
    List<NoiseRule> rules,
    ReadoutErrors readout,
    Optional<IdleNoise> idle) {

  /** What the numbers of qubits in a model mean. */
  public enum QubitNumbers {
    /** Those of the program, whatever they are. */
    ANY,
    /** The physical qubits {@code $n} of a device: only a program on such qubits fits. */
    PHYSICAL
  }

  public NoiseModel {
    rules = List.copyOf(rules);
  }

  /**
   * The noise of Carrasquilla et al., arXiv 2301.08292: after every gate on one qubit and after
   * every gate on two qubits a depolarising channel.
   *
   * @param p1 probability of a Pauli error after a gate on one qubit
   * @param p2 probability of a Pauli error after a gate on two qubits
   */
  public static NoiseModel depolarizing(double p1, double p2) {
    String description =
        String.format(
            Locale.ROOT,
            "depolarising after every gate, Pauli error probability p1 = %s, p2 = %s",
            p1,
            p2);
    return new NoiseModel(
        description,
        QubitNumbers.ANY,
        List.of(
            NoiseRule.of(GateScope.ofArity(1), new Depolarizing(1, p1)),
            NoiseRule.of(GateScope.ofArity(2), new Depolarizing(2, p2))),
        ReadoutErrors.NONE,
        Optional.empty());
  }

  /**
   * The same noise, {@code factor} times as strong; 0 leaves none. Probabilities and angles are
   * multiplied, relaxation and damping act so many times as long.
   *
   * @param factor finite, not negative
   * @throws IllegalArgumentException if a probability would exceed 1, or a channel given by Kraus
   *     operators would be scaled above 1
   */
  public NoiseModel scaled(double factor) {
    Values.notNegative("noise scale", factor);
    if (factor == 1) {
      return this;
    }
    return new NoiseModel(
        description + ", scaled by " + factor,
        qubits,
        rules.stream()
            .map(
                rule -> new NoiseRule(rule.scope(), rule.channel().scaled(factor), rule.operands()))
            .toList(),
        readout.scaled(factor),
        idle.map(noise -> noise.scaled(factor)));
  }

  /** Whether all its channels are incoherent: see {@link Channel#isIncoherent}. */
  public boolean isIncoherent() {
    return rules.stream().allMatch(rule -> rule.channel().isIncoherent());
  }
}

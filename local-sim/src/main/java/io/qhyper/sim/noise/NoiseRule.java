package io.qhyper.sim.noise;

import java.util.List;

/**
 * A channel that acts after certain gates.
 *
 * @param scope which gates
 * @param channel what acts after them
 * @param operands positions among the gate's qubits on which the channel acts, from 0; empty for
 *     its natural place: a channel on one qubit acts on each qubit of the gate by itself, one on
 *     two qubits on the two qubits of a two-qubit gate, other gates it leaves alone
 */
public record NoiseRule(GateScope scope, Channel channel, List<Integer> operands) {
  public NoiseRule {
    operands = List.copyOf(operands);
    boolean isPlace =
        operands.size() == channel.qubits()
            && operands.stream().distinct().count() == operands.size()
            && operands.stream().allMatch(operand -> operand >= 0);
    if (!operands.isEmpty() && !isPlace) {
      throw new IllegalArgumentException(
          "a channel on %d qubits needs as many different positions from 0, got %s"
              .formatted(channel.qubits(), operands));
    }
  }

  /** A channel in its natural place. */
  public static NoiseRule of(GateScope scope, Channel channel) {
    return new NoiseRule(scope, channel, List.of());
  }

  /**
   * The tuples of qubits on which the channel acts after a gate; none if the gate is not meant.
   *
   * @throws IllegalArgumentException if the rule names a position that the gate does not have
   */
  public List<List<Integer>> sites(String gate, List<Integer> on) {
    if (!scope.covers(gate, on)) {
      return List.of();
    }
    if (operands.stream().anyMatch(operand -> operand >= on.size())) {
      throw new IllegalArgumentException(
          "noise after %s acts on positions %s, but the gate has %d qubits"
              .formatted(gate, operands, on.size()));
    }
    if (!operands.isEmpty()) {
      return List.of(operands.stream().map(on::get).toList());
    }
    if (channel.qubits() == 1) {
      return on.stream().map(List::of).toList();
    }
    return on.size() == channel.qubits() ? List.of(on) : List.of();
  }
}

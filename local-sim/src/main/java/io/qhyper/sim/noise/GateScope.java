package io.qhyper.sim.noise;

import io.qhyper.circuit.GateName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which gates a rule is about: those that meet everything it says.
 *
 * @param gate name of the gate; an alias such as {@code u1} stands for its gate
 * @param qubits the gate's qubits, in the order in which the gate takes them
 * @param arity number of qubits of the gate, at least 1
 */
public record GateScope(Optional<String> gate, Optional<List<Integer>> qubits, OptionalInt arity) {
  /** Every gate. */
  public static final GateScope EVERYWHERE =
      new GateScope(Optional.empty(), Optional.empty(), OptionalInt.empty());

  public GateScope {
    gate = gate.map(name -> GateName.named(name).map(GateName::text).orElse(name));
    qubits = qubits.map(List::copyOf);
    qubits.ifPresent(GateScope::requireDistinct);
    if (arity.isPresent() && arity.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "number of qubits of a gate must be at least 1, got " + arity.getAsInt());
    }
  }

  private static void requireDistinct(List<Integer> qubits) {
    if (qubits.isEmpty()
        || new HashSet<>(qubits).size() != qubits.size()
        || qubits.stream().anyMatch(qubit -> qubit < 0)) {
      throw new IllegalArgumentException(
          "qubits of a gate must be different and not negative, got " + qubits);
    }
  }

  /** Every gate on so many qubits. */
  public static GateScope ofArity(int arity) {
    return new GateScope(Optional.empty(), Optional.empty(), OptionalInt.of(arity));
  }

  /** Every gate of a name. */
  public static GateScope named(String gate) {
    return new GateScope(Optional.of(gate), Optional.empty(), OptionalInt.empty());
  }

  /** A gate of a name on certain qubits. */
  public static GateScope at(String gate, List<Integer> qubits) {
    return new GateScope(Optional.of(gate), Optional.of(qubits), OptionalInt.empty());
  }

  /** Whether a gate on qubits is meant; gates on no qubit never are. */
  public boolean covers(String name, List<Integer> on) {
    return !on.isEmpty()
        && gate.map(name::equals).orElse(true)
        && qubits.map(on::equals).orElse(true)
        && (arity.isEmpty() || arity.getAsInt() == on.size());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(gate.orElse("every gate"));
    arity.ifPresent(n -> text.append(" on ").append(n).append(n == 1 ? " qubit" : " qubits"));
    qubits.ifPresent(on -> text.append(" on ").append(on));
    return text.toString();
  }
}

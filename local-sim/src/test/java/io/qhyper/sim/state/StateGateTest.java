package io.qhyper.sim.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.sim.oracle.DenseState;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateGateTest {
  private static final double ROUNDING = 1e-13;

  @ParameterizedTest
  @EnumSource(GateName.class)
  void agreesWithDenseMatricesOnEveryAmplitude(GateName gate) {
    Random random = new Random(31 + gate.text().hashCode());
    RandomCircuits circuits = new RandomCircuits(random);
    for (int trial = 0; trial < 20; trial++) {
      int qubits = Math.max(1, gate.qubitCount()) + random.nextInt(2);
      Binding binding = Binding.of(RandomCircuits.PARAMETERS, circuits.row());
      StateVector state = StateVector.zero(qubits);
      DenseState expected = DenseState.zero(qubits);
      for (int k = 0; k < 6; k++) {
        GateCall call = k % 2 == 0 ? circuits.gate(qubits) : circuits.call(gate, qubits);
        prepared(call, binding).apply(state);
        expected = expected.after(call, binding);
      }
      assertEqual(state, expected, "trial " + trial);
    }
  }

  @ParameterizedTest
  @EnumSource(GateName.class)
  void isUndoneByItsInverse(GateName gate) {
    RandomCircuits circuits = new RandomCircuits(new Random(7));
    Binding binding = Binding.of(RandomCircuits.PARAMETERS, circuits.row());
    StateVector state = StateVector.zero(5);
    for (int k = 0; k < 8; k++) {
      prepared(circuits.gate(5), binding).apply(state);
    }
    StateVector before = state.copy();
    StateGate prepared = prepared(circuits.call(gate, 5), binding);
    prepared.apply(state);
    prepared.inverse().apply(state);
    for (int i = 0; i < state.size(); i++) {
      assertThat(state.re(i)).isCloseTo(before.re(i), within(ROUNDING));
      assertThat(state.im(i)).isCloseTo(before.im(i), within(ROUNDING));
    }
  }

  @Test
  void rotatesOnlyTheTargetQubit() {
    StateVector state = StateVector.zero(3);
    prepared(new GateCall(GateName.X, 0, List.of(), List.of(1)), Binding.NONE).apply(state);
    assertThat(state.probability(0b010)).isEqualTo(1);
  }

  @Test
  void collapsesToTheKeptOutcome() {
    StateVector state = StateVector.zero(2);
    prepared(GateCall.of(GateName.H, List.of(), 0), Binding.NONE).apply(state);
    prepared(GateCall.of(GateName.CX, List.of(), 0, 1), Binding.NONE).apply(state);
    assertThat(state.probabilityOfOne(1)).isCloseTo(0.5, within(ROUNDING));
    state.collapse(1, 1, 0.5);
    assertThat(state.probability(3)).isCloseTo(1, within(ROUNDING));
    assertThat(state.probability(0)).isZero();
  }

  private static StateGate prepared(GateCall call, Binding binding) {
    return StateGate.of(
        call.standard(),
        call.controlQubits().stream().mapToInt(q -> q).toArray(),
        call.targetQubits().stream().mapToInt(q -> q).toArray(),
        call.targetMatrix(binding));
  }

  private static void assertEqual(StateVector state, DenseState expected, String description) {
    for (int i = 0; i < state.size(); i++) {
      assertThat(state.re(i)).as(description).isCloseTo(expected.re(i), within(ROUNDING));
      assertThat(state.im(i)).as(description).isCloseTo(expected.im(i), within(ROUNDING));
    }
  }
}

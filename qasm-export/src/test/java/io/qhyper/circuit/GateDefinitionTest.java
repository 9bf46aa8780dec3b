package io.qhyper.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qhyper.testing.DenseOracle;
import io.qhyper.testing.Matrix;
import io.qhyper.testing.RandomCircuits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateDefinitionTest {
  private static final Parameter A = new Parameter("a");

  @Test
  void expandsToTheSameUnitaryWhateverIsNestedAndControlled() {
    Random random = new Random(20261123);
    List<Parameter> parameters = List.of(A, new Parameter("b"));
    for (int run = 0; run < 200; run++) {
      int qubits = 1 + random.nextInt(5);
      Circuit circuit = gates(new RandomCircuits(random, qubits, parameters), qubits, parameters);
      Circuit flat = circuit.flattened();
      Binding binding = Binding.of(parameters, random.doubles(2, -3, 3).toArray());
      assertThat(flat.instructions())
          .allMatch(step -> ((GateCall) step).gate() instanceof GateName);
      assertThat(unitary(flat, binding).distance(unitary(circuit, binding)))
          .as("run %s: %s", run, circuit)
          .isLessThan(1e-12);
      assertThat(unitary(circuit.bind(binding), Binding.NONE).distance(unitary(circuit, binding)))
          .isLessThan(1e-12);
    }
  }

  @Test
  void isUndoneByItsInverse() {
    Random random = new Random(5);
    for (int run = 0; run < 100; run++) {
      int qubits = 1 + random.nextInt(4);
      GateCall call = new RandomCircuits(random, qubits, List.of()).gate();
      Matrix product = DenseOracle.product(List.of(call, call.inverse()), qubits, Binding.NONE);
      assertThat(product.distance(Matrix.identity(product.size())))
          .as("%s", call)
          .isLessThan(1e-12);
    }
  }

  @Test
  void isTheInverseOfItsInverse() {
    GateDefinition gate =
        definition("twist", GateCall.of(GateName.U2, List.of(Angle.of(A), Angle.of(1)), 0));
    assertThat(gate.inverse().text()).isEqualTo("twist_dg");
    assertThat(gate.inverse()).isSameAs(gate.inverse());
    assertThat(gate.inverse().inverse()).isSameAs(gate);
  }

  @Test
  void countsWhatItExpandsTo() {
    GateDefinition pair = definition("pair", call(GateName.RX), call(GateName.RZ));
    GateDefinition five = definition("five", call(pair), call(GateName.RY), call(pair));
    GateDefinition nothing = definition("nothing");
    assertThat(five.expandedSize()).isEqualTo(5);
    assertThat(five.depth()).isEqualTo(2);
    assertThat(nothing.expandedSize()).isEqualTo(1);
    assertThat(bound(five).flattened().instructions()).hasSize(5);
    assertThat(bound(nothing).flattened().instructions()).isEmpty();
  }

  @Test
  void refusesToExplodeAndSaysSo() {
    GateDefinition bomb = definition("bomb0", call(GateName.RX), call(GateName.RX));
    GateDefinition empty = definition("empty0");
    for (int level = 1; level < 120; level++) {
      bomb = definition("bomb" + level, call(bomb), call(bomb));
      empty = definition("empty" + level, call(empty), call(empty));
    }
    assertThat(bomb.expandedSize()).isEqualTo(Long.MAX_VALUE);
    for (GateDefinition gate : List.of(bomb, empty, bomb.inverse(), empty.inverse())) {
      Circuit circuit = bound(gate);
      assertThatIllegalArgumentException()
          .isThrownBy(circuit::flattened)
          .withMessageContaining("more than 5000000 standard gates");
      assertThat(gate.toString()).hasSizeLessThan(100);
    }
  }

  @Test
  void addsUpWhatSeveralCallsExpandTo() {
    GateDefinition gate = definition("gate0", call(GateName.RX), call(GateName.RX));
    for (int level = 1; level < 21; level++) {
      gate = definition("gate" + level, call(gate), call(gate));
    }
    CircuitBuilder circuit = Circuit.builder(1).register("c", 1);
    List<Instruction> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(GateCall.of(gate, List.of(Angle.ZERO), 0));
    }
    circuit.add(new Conditional(new Condition.Bit(0), calls, List.of()));
    Circuit whole = circuit.build();
    assertThatIllegalArgumentException().isThrownBy(whole::flattened);
  }

  @Test
  void refusesBodiesThatNameWhatIsNotFormal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> definition("g", GateCall.of(GateName.CX, List.of(), 0, 1)))
        .withMessageContaining("names qubit 1");
    Angle open = Angle.of(new Parameter("b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> definition("g", GateCall.of(GateName.RX, List.of(open), 0)))
        .withMessageContaining("names b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GateDefinition("g", List.of(), 0, List.of()))
        .withMessageContaining("at least 1 qubit, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GateDefinition("g", List.of(A, A), 1, List.of()))
        .withMessageContaining("[a, a]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GateDefinition("2g", List.of(), 1, List.of()))
        .withMessageContaining("'2g'");
  }

  private static GateDefinition definition(String name, GateCall... body) {
    return new GateDefinition(name, List.of(A), 1, List.of(body));
  }

  private static GateCall call(Gate gate) {
    return GateCall.of(gate, List.of(Angle.of(A)), 0);
  }

  private static Circuit bound(GateDefinition gate) {
    return Circuit.builder(1).gate(gate, Angle.of(1), 0).build();
  }

  private static Circuit gates(RandomCircuits random, int qubits, List<Parameter> parameters) {
    CircuitBuilder circuit = Circuit.builder(qubits).parameters(parameters);
    for (int i = 0; i < 5; i++) {
      circuit.add(random.gate());
    }
    return circuit.build();
  }

  private static Matrix unitary(Circuit circuit, Binding binding) {
    return DenseOracle.product(circuit.instructions(), circuit.qubits(), binding);
  }
}

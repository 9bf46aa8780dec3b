package io.qhyper.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.testing.DenseOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsatzTest {
  static Stream<Ansatz> ansatze() {
    List<Ansatz> all = new ArrayList<>();
    for (int qubits : new int[] {1, 2, 3, 4, 5, 17}) {
      all.add(new ProductState(qubits));
      all.add(new Brickwork(qubits, 1));
      all.add(new Brickwork(qubits, 4));
      for (Entanglement entanglement : Entanglement.values()) {
        for (int layers : new int[] {0, 1, 3}) {
          all.add(new RealAmplitudes(qubits, layers, entanglement));
          all.add(new EfficientSu2(qubits, layers, entanglement));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("ansatze")
  void usesEachParameterOnceAndBareAndMeasuresQubitIIntoBitI(Ansatz ansatz) {
    Circuit circuit = ansatz.circuit();
    assertThat(circuit.parameters())
        .isEqualTo(ansatz.parameters())
        .hasSize(ansatz.parameterCount());
    List<Angle> angles = calls(circuit).stream().flatMap(call -> call.angles().stream()).toList();
    assertThat(angles)
        .containsExactlyInAnyOrderElementsOf(ansatz.parameters().stream().map(Angle::of).toList());
    List<Instruction> steps = circuit.instructions();
    List<Instruction> last = steps.subList(steps.size() - ansatz.qubits(), steps.size());
    for (int qubit = 0; qubit < ansatz.qubits(); qubit++) {
      assertThat(last.get(qubit)).isEqualTo(new Measure(qubit, qubit));
    }
    assertThat(circuit.registers()).hasSize(1);
    assertThat(circuit.qubits()).isEqualTo(ansatz.qubits());
  }

  @ParameterizedTest
  @MethodSource("ansatze")
  void namesParametersSoThatSortingKeepsTheirOrder(Ansatz ansatz) {
    List<String> names = ansatz.parameters().stream().map(Parameter::name).toList();
    assertThat(names).isSorted().doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> name.length() == names.get(0).length());
    assertThat(names.get(0)).matches("theta_0+");
  }

  @Test
  void brickworkFollowsTheReferenceGateByGate() {
    assertThat(printed(new Brickwork(4, 2)))
        .containsExactly(
            "cx[1, 2]",
            "ry0[0]",
            "ry1[1]",
            "ry2[2]",
            "ry3[3]",
            "rz8[0]",
            "rz9[1]",
            "rz10[2]",
            "rz11[3]",
            "cx[0, 1]",
            "cx[2, 3]",
            "ry4[0]",
            "ry5[1]",
            "ry6[2]",
            "ry7[3]",
            "rz12[0]",
            "rz13[1]",
            "rz14[2]",
            "rz15[3]");
  }

  @Test
  void brickworkAlternatesItsPairsOnAnOddNumberOfQubits() {
    assertThat(printed(new Brickwork(5, 3)).stream().filter(gate -> gate.startsWith("cx")))
        .containsExactly("cx[1, 2]", "cx[3, 4]", "cx[0, 1]", "cx[2, 3]", "cx[1, 2]", "cx[3, 4]");
  }

  @Test
  void brickworkOnOneQubitHasRotationsOnly() {
    assertThat(printed(new Brickwork(1, 2)))
        .containsExactly("ry0[0]", "rz2[0]", "ry1[0]", "rz3[0]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void brickworkOfOneLayerGivesTheProductStateDistribution(int qubits) {
    Random random = new Random(qubits);
    double[] theta = random.doubles(2L * qubits, 0, 2 * Math.PI).toArray();
    double[] first = java.util.Arrays.copyOf(theta, qubits);
    assertThat(
            DenseOracle.distance(
                distribution(new Brickwork(qubits, 1), theta),
                distribution(new ProductState(qubits), first)))
        .isLessThan(1e-14);
  }

  @Test
  void brickworkOfTwoLayersEntangles() {
    // RY(π/2) on qubit 0 in layer 1, then CX(0→1) in layer 2: a Bell pair.
    double[] theta = {Math.PI / 2, 0, 0, 0, 0, 0, 0, 0};
    Map<Long, Double> bell = distribution(new Brickwork(2, 2), theta);
    assertThat(DenseOracle.distance(bell, Map.of(0L, .5, 3L, .5))).isLessThan(1e-14);
  }

  @Test
  void productStateTurnsEveryQubitOnce() {
    assertThat(printed(new ProductState(3))).containsExactly("ry0[0]", "ry1[1]", "ry2[2]");
  }

  @Test
  void realAmplitudesAlternatesRotationsAndEntanglement() {
    assertThat(printed(new RealAmplitudes(3, 1, Entanglement.LINEAR)))
        .containsExactly(
            "ry0[0]", "ry1[1]", "ry2[2]", "cx[0, 1]", "cx[1, 2]", "ry3[0]", "ry4[1]", "ry5[2]");
  }

  @Test
  void efficientSu2CountsItsAnglesLayerByLayer() {
    assertThat(printed(new EfficientSu2(3, 1, Entanglement.CIRCULAR)))
        .containsExactly(
            "ry0[0]",
            "ry1[1]",
            "ry2[2]",
            "rz3[0]",
            "rz4[1]",
            "rz5[2]",
            "cx[2, 0]",
            "cx[0, 1]",
            "cx[1, 2]",
            "ry6[0]",
            "ry7[1]",
            "ry8[2]",
            "rz9[0]",
            "rz10[1]",
            "rz11[2]");
  }

  @Test
  void fullEntanglementCouplesEveryPairOnce() {
    assertThat(cx(new RealAmplitudes(4, 1, Entanglement.FULL)))
        .containsExactly("cx[0, 1]", "cx[0, 2]", "cx[0, 3]", "cx[1, 2]", "cx[1, 3]", "cx[2, 3]");
  }

  @Test
  void circularEntanglementOnTwoQubitsIsLinear() {
    assertThat(cx(new RealAmplitudes(2, 1, Entanglement.CIRCULAR))).containsExactly("cx[0, 1]");
    assertThat(cx(new RealAmplitudes(1, 1, Entanglement.FULL))).isEmpty();
  }

  @Test
  void countsParametersAsDocumented() {
    assertThat(new Brickwork(17, 4).parameterCount()).isEqualTo(136);
    assertThat(new ProductState(17).parameterCount()).isEqualTo(17);
    assertThat(new RealAmplitudes(17, 2, Entanglement.FULL).parameterCount()).isEqualTo(51);
    assertThat(new EfficientSu2(17, 2, Entanglement.FULL).parameterCount()).isEqualTo(102);
  }

  @Test
  void refusesSizesThatMakeNoCircuit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brickwork(0, 1))
        .withMessageContaining("got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brickwork(2, 0))
        .withMessageContaining("layers must be at least 1, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RealAmplitudes(2, -1, Entanglement.LINEAR))
        .withMessageContaining("-1");
  }

  private static List<String> cx(Ansatz ansatz) {
    return printed(ansatz).stream().filter(gate -> gate.startsWith("cx")).toList();
  }

  /** Each gate as its name, the place of its angle in the flat vector, and its qubits. */
  private static List<String> printed(Ansatz ansatz) {
    List<Parameter> order = ansatz.parameters();
    return calls(ansatz.circuit()).stream()
        .map(
            call ->
                call.gate().text()
                    + call.angles().stream()
                        .map(angle -> "" + order.indexOf(angle.terms().get(0).parameter()))
                        .collect(Collectors.joining())
                    + call.qubits())
        .toList();
  }

  private static List<GateCall> calls(Circuit circuit) {
    return circuit.instructions().stream()
        .filter(GateCall.class::isInstance)
        .map(GateCall.class::cast)
        .toList();
  }

  private static Map<Long, Double> distribution(Ansatz ansatz, double[] theta) {
    return DenseOracle.distribution(ansatz.circuit(), Binding.of(ansatz.parameters(), theta));
  }
}

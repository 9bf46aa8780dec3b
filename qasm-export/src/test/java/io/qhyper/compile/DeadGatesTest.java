package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Barrier;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.Reset;
import io.qhyper.testing.DenseOracle;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadGatesTest {
  private static final Angle THETA = Angle.of(new Parameter("theta"));
  private static final Angle ANGLE = Angle.of(0.7);

  @ParameterizedTest
  @CsvSource({"17, 1, 17", "17, 2, 51", "17, 4, 119", "4, 2, 12", "1, 3, 5"})
  void leavesTheLiveParametersOfTheBrickwork(int qubits, int layers, int live) {
    DeadGates.Removal removal = DeadGates.remove(new Brickwork(qubits, layers).circuit());
    assertThat(removal.live()).hasSize(live).isSorted();
    assertThat(removal.circuit().parameters()).hasSize(live);
    assertThat(removal.dead()).hasSize(2 * qubits * layers - live);
  }

  @Test
  void dropsTheFirstEntanglingLayerAndTheLastRzOfTheBrickwork() {
    Brickwork ansatz = new Brickwork(17, 4);
    DeadGates.Removal removal = DeadGates.remove(ansatz.circuit());
    assertThat(removal.dead()).isEqualTo(ansatz.parameters().subList(119, 136));
    assertThat(removal.live()).isEqualTo(IntStream.range(0, 119).boxed().toList());
    assertThat(calls(removal.circuit()).filter(call -> call.gate() == GateName.CX)).hasSize(24);
    double[] full = IntStream.range(0, 136).mapToDouble(i -> i).toArray();
    assertThat(removal.liveValues(full))
        .isEqualTo(IntStream.range(0, 119).asDoubleStream().toArray());
  }

  @Test
  void dropsNothingWhereEveryGateIsSeen() {
    Circuit circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.RZ, THETA, 0)
            .gate(GateName.H, 0)
            .gate(GateName.CX, 0, 1)
            .measureAll("c")
            .build();
    assertThat(DeadGates.remove(circuit))
        .isEqualTo(new DeadGates.Removal(circuit, List.of(0), List.of()));
  }

  @Test
  void dropsGatesWithAControlInZero() {
    assertThat(left(Circuit.builder(2).gate(GateName.CX, 0, 1).gate(GateName.CRY, ANGLE, 1, 0)))
        .isEmpty();
  }

  @Test
  void keepsGatesWithAControlInOneOrInSuperposition() {
    assertThat(left(Circuit.builder(2).gate(GateName.X, 0).gate(GateName.CX, 0, 1))).hasSize(2);
    assertThat(left(Circuit.builder(2).gate(GateName.H, 0).gate(GateName.CX, 0, 1))).hasSize(2);
    assertThat(left(Circuit.builder(2).gate(GateName.X, 0).gate(GateName.CH, 0, 1))).hasSize(2);
  }

  @Test
  void keepsGatesOnAQubitThatACxMayHaveFlipped() {
    CircuitBuilder circuit =
        Circuit.builder(3).gate(GateName.H, 0).gate(GateName.CX, 0, 1).gate(GateName.CX, 1, 2);
    assertThat(left(circuit)).hasSize(3);
  }

  @Test
  void followsBasisStatesThroughFlipsAndSwaps() {
    CircuitBuilder circuit =
        Circuit.builder(3)
            .gate(GateName.X, 0)
            .gate(GateName.SWAP, 0, 1)
            .gate(GateName.CX, 0, 2)
            .gate(GateName.CX, 1, 2);
    assertThat(left(circuit)).containsExactly("x", "swap", "cx");
  }

  @Test
  void forgetsBasisStatesInsideConditions() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .register("m", 1)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .add(
                new Conditional(
                    new Condition.Bit(0),
                    List.of(GateCall.of(GateName.X, List.of(), 1)),
                    List.of()))
            .gate(GateName.CX, 1, 0);
    assertThat(left(circuit)).containsExactly("h", "cx");
  }

  @Test
  void dropsDiagonalGatesBeforeTheMeasurement() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.H, 1)
            .gate(GateName.RZ, THETA, 0)
            .gate(GateName.CZ, 0, 1);
    assertThat(left(circuit)).containsExactly("h", "h");
  }

  @Test
  void keepsDiagonalGatesBeforeARotation() {
    CircuitBuilder circuit =
        Circuit.builder(1)
            .gate(GateName.H, 0)
            .gate(GateName.RZ, THETA, 0)
            .gate(GateName.RY, ANGLE, 0);
    assertThat(left(circuit)).containsExactly("h", "rz", "ry");
  }

  @Test
  void dropsDiagonalGatesBeforeAMeasuredPermutation() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.H, 1)
            .gate(GateName.RZZ, THETA, 0, 1)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.X, 0);
    assertThat(left(circuit)).containsExactly("h", "h", "cx", "x");
  }

  @Test
  void keepsPhasesThatAPermutationCarriesToARotation() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.RY, ANGLE, 1)
            .gate(GateName.RZ, THETA, 1)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.H, 1);
    assertThat(left(circuit)).contains("rz");
  }

  @Test
  void keepsPhasesOfAControlThatIsTurnedAfterwards() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.RZ, THETA, 0)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.H, 0);
    assertThat(left(circuit)).containsExactly("h", "rz", "cx", "h");
  }

  @Test
  void dropsPhasesOfAControlThatIsOnlyMeasuredAfterwards() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.RZ, THETA, 0)
            .gate(GateName.CRY, ANGLE, 0, 1);
    assertThat(left(circuit)).containsExactly("h", "cry");
  }

  @Test
  void dropsGatesBeforeAResetButNotWhatTheyDidToOthers() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.H, 0)
            .add(new Reset(0));
    assertThat(left(circuit)).containsExactly("h", "cx");
  }

  @Test
  void dropsGatesOnQubitsThatNobodyLooksAt() {
    Circuit circuit =
        Circuit.builder(2)
            .register("c", 1)
            .gate(GateName.H, 0)
            .gate(GateName.RY, THETA, 1)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.H, 1)
            .add(new Measure(0, 0))
            .build();
    assertThat(calls(DeadGates.remove(circuit).circuit()).map(call -> call.gate().text()))
        .containsExactly("h");
  }

  @Test
  void keepsAGateOnAnUnseenTargetWhoseControlIsTurnedAfterwards() {
    Circuit circuit =
        Circuit.builder(2)
            .register("c", 1)
            .gate(GateName.H, 0)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .build();
    assertThat(DeadGates.remove(circuit).circuit()).isEqualTo(circuit);
  }

  @Test
  void keepsGatesBetweenMeasurementsOfOneQubit() {
    CircuitBuilder circuit =
        Circuit.builder(1)
            .register("m", 1)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .gate(GateName.RX, THETA, 0);
    assertThat(left(circuit)).containsExactly("h", "rx");
  }

  @Test
  void dropsAGlobalPhaseButNotAControlledOne() {
    CircuitBuilder circuit =
        Circuit.builder(2)
            .gate(GateName.H, 0)
            .gate(GateName.GPHASE, ANGLE)
            .add(new GateCall(GateName.GPHASE, 1, List.of(THETA), List.of(0)))
            .gate(GateName.H, 0);
    assertThat(left(circuit)).containsExactly("h", "gphase", "h");
  }

  @Test
  void looksThroughDefinitionsAndPastBarriers() {
    GateDefinition phase =
        new GateDefinition(
            "twist",
            List.of(new Parameter("x")),
            1,
            List.of(GateCall.of(GateName.RZ, List.of(Angle.of(new Parameter("x"))), 0)));
    CircuitBuilder circuit =
        Circuit.builder(1).gate(GateName.H, 0).gate(phase, THETA, 0).add(new Barrier(List.of(0)));
    assertThat(left(circuit)).containsExactly("h");
  }

  private static List<String> left(CircuitBuilder circuit) {
    Circuit whole = circuit.measureAll("c").build();
    Circuit shorter = DeadGates.remove(whole).circuit();
    assertThat(distance(whole, shorter, p -> 0.4)).isLessThan(1e-12);
    return calls(shorter).map(call -> call.gate().text()).toList();
  }

  private static double distance(Circuit a, Circuit b, Binding binding) {
    return DenseOracle.distance(
        DenseOracle.distribution(a, binding), DenseOracle.distribution(b, binding));
  }

  private static Stream<GateCall> calls(Circuit circuit) {
    return circuit.instructions().stream()
        .filter(GateCall.class::isInstance)
        .map(GateCall.class::cast);
  }
}

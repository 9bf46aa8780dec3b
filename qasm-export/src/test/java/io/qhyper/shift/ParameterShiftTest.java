package io.qhyper.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.compile.DeadGates;
import io.qhyper.testing.DenseOracle;
import io.qhyper.testing.RandomCircuits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterShiftTest {
  private static final Parameter A = new Parameter("a");
  private static final Parameter B = new Parameter("b");

  /** Central differences at h = 1e-4 err by h²|f‴|/6; with frequencies up to 2·3 below 1e-7. */
  private static final double STEP = 1e-4;

  private final Random random = new Random(20261123);

  static Stream<GateName> gatesWithAngles() {
    return Arrays.stream(GateName.values()).filter(gate -> gate.angleCount() > 0);
  }

  @ParameterizedTest
  @MethodSource("gatesWithAngles")
  void equalsFiniteDifferencesForEveryAngleUnderAnyControls(GateName gate) {
    for (int controls = 0; controls < 3; controls++) {
      for (int repeat = 0; repeat < 3; repeat++) {
        int qubits = gate.qubitCount() + controls + 1;
        CircuitBuilder circuit = Circuit.builder(qubits);
        scramble(circuit, qubits);
        List<Angle> angles =
            IntStream.range(0, gate.angleCount())
                .mapToObj(i -> Angle.of(new Parameter("p" + i)))
                .toList();
        List<Integer> on = IntStream.range(0, qubits - 1).boxed().toList();
        circuit.add(new GateCall(gate, controls, angles, on));
        scramble(circuit, qubits);
        assertGradient(circuit.measureAll("c").build(), 1e-7);
      }
    }
  }

  @Test
  void equalsFiniteDifferencesOverRandomCircuitsOfEverything() {
    List<Parameter> parameters = List.of(A, B, new Parameter("d"));
    for (int run = 0; run < 80; run++) {
      RandomCircuits circuits = new RandomCircuits(random, 1 + random.nextInt(4), parameters);
      Circuit circuit = run % 2 == 0 ? circuits.ofGates(6) : circuits.ofEverything(8);
      assertGradient(circuit, 1e-5);
    }
  }

  @Test
  void equalsFiniteDifferencesForTheBrickwork() {
    assertGradient(new Brickwork(4, 2).circuit(), 1e-7);
    assertGradient(DeadGates.remove(new Brickwork(3, 3).circuit()).circuit(), 1e-7);
  }

  @Test
  void addsUpOverOccurrencesFactorsAndSums() {
    Circuit circuit =
        Circuit.builder(2)
            .parameters(List.of(A, B))
            .gate(GateName.RY, Angle.of(A).times(-1.5), 0)
            .gate(GateName.RY, Angle.of(A).times(.25).plus(Angle.of(B)).plus(Angle.of(.3)), 1)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.CRX, Angle.of(B).negated(), 0, 1)
            .gate(GateName.RY, Angle.of(A), 1)
            .measureAll("c")
            .build();
    ParameterShift shift = ParameterShift.of(circuit);
    assertThat(shift.shiftedRows(new double[] {1, 2})).hasDimensions(10, 4);
    assertThat(shift.rowsOf(List.of(A))).hasSize(6);
    assertThat(shift.rowsOf(List.of(B))).hasSize(6);
    assertGradient(circuit, 1e-7);
  }

  @Test
  void takesTwoRowsForEveryRotationOfTheBrickwork() {
    Circuit circuit = DeadGates.remove(new Brickwork(17, 4).circuit()).circuit();
    ParameterShift shift = ParameterShift.of(circuit);
    double[] theta = random.doubles(119).toArray();
    double[][] rows = shift.shiftedRows(theta);
    assertThat(rows).hasDimensions(2 * 119, 119);
    for (int k = 0; k < 119; k++) {
      for (int sign = 0; sign < 2; sign++) {
        double[] expected = theta.clone();
        expected[k] += (sign == 0 ? 1 : -1) * Math.PI / 2;
        assertThat(rows[2 * k + sign]).isEqualTo(expected);
      }
    }
  }

  @Test
  void leavesAProgramOfBareParametersAsItIs() {
    Circuit circuit = new Brickwork(4, 3).circuit();
    ParameterShift shift = ParameterShift.of(circuit);
    double[] theta = random.doubles(24).toArray();
    assertThat(shift.program()).isEqualTo(circuit);
    assertThat(shift.parameters()).isEqualTo(circuit.parameters());
    assertThat(shift.row(theta)).isEqualTo(theta);
  }

  @Test
  void givesNewInputsNamesThatAreFree() {
    Circuit circuit =
        Circuit.builder(1)
            .parameters(List.of(A, new Parameter("angle_0")))
            .register("angle_1", 1)
            .gate(GateName.RX, Angle.of(A), 0)
            .gate(GateName.RX, Angle.of(A), 0)
            .add(new Measure(0, 0))
            .build();
    assertThat(ParameterShift.of(circuit).program().parameters())
        .doesNotHaveDuplicates()
        .hasSize(2)
        .doesNotContain(new Parameter("angle_0"), new Parameter("angle_1"));
  }

  @Test
  void givesZeroForParametersThatDoNotMatter() {
    Circuit circuit =
        Circuit.builder(1)
            .parameters(List.of(A, B))
            .gate(GateName.GPHASE, Angle.of(A))
            .measureAll("c")
            .build();
    ParameterShift shift = ParameterShift.of(circuit);
    assertThat(shift.shiftedRows(new double[] {1, 2})).isEmpty();
    assertThat(shift.gradient(new double[0])).containsExactly(0, 0);
    assertThat(shift.program().parameters()).isEmpty();
  }

  @Test
  void carriesErrorsOfTheRowsToTheGradient() {
    Circuit circuit =
        Circuit.builder(2)
            .gate(GateName.RY, Angle.of(A).times(3), 0)
            .gate(GateName.CRY, Angle.of(A).times(-2).plus(Angle.of(B)), 0, 1)
            .measureAll("c")
            .build();
    double[] errors = {.1, .2, .3, .4, .5, .6};
    double near = (Math.sqrt(2) + 1) / (4 * Math.sqrt(2));
    double far = (Math.sqrt(2) - 1) / (4 * Math.sqrt(2));
    double first = (.01 + .04) / 4;
    double second = near * near * (.09 + .16) + far * far * (.25 + .36);

    double[] result = ParameterShift.of(circuit).gradientErrors(errors);

    assertThat(result[0]).isCloseTo(Math.sqrt(9 * first + 4 * second), within(1e-15));
    assertThat(result[1]).isCloseTo(Math.sqrt(second), within(1e-15));
  }

  @Test
  void appliesTheChainRuleToDerivativesInTheInputs() {
    Circuit circuit =
        Circuit.builder(1)
            .parameters(List.of(A, B))
            .gate(GateName.RY, Angle.of(A).times(3).plus(Angle.of(B).times(-1)), 0)
            .gate(GateName.RX, Angle.of(A).times(.5), 0)
            .measureAll("c")
            .build();
    assertThat(ParameterShift.of(circuit).chainRule(new double[] {10, 4})).containsExactly(32, -10);
  }

  @Test
  void refusesParametersInsideConditions() {
    GateCall turn = GateCall.of(GateName.RX, List.of(Angle.of(A)), 0);
    Conditional inner =
        new Conditional(
            new Condition.Bit(0),
            List.of(),
            List.of(new Conditional(new Condition.Bit(0), List.of(turn), List.of())));
    Circuit circuit = Circuit.builder(1).parameters(List.of(A)).register("c", 1).add(inner).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParameterShift.of(circuit))
        .withMessageContaining("inside an if")
        .withMessageContaining("rx");
  }

  @Test
  void refusesTheWrongNumberOfValues() {
    ParameterShift shift = ParameterShift.of(new Brickwork(1, 1).circuit());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shift.row(new double[3]))
        .withMessageContaining("expected 2 parameter values, got 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shift.gradient(new double[3]))
        .withMessageContaining("expected 4")
        .withMessageContaining("got 3");
    assertThatIllegalArgumentException().isThrownBy(() -> shift.gradientErrors(new double[5]));
    assertThatIllegalArgumentException().isThrownBy(() -> shift.chainRule(new double[1]));
  }

  private void scramble(CircuitBuilder circuit, int qubits) {
    for (int qubit = 0; qubit < qubits; qubit++) {
      circuit.gate(GateName.RY, Angle.of(random.nextGaussian()), qubit);
      circuit.gate(GateName.RX, Angle.of(random.nextGaussian()), qubit);
    }
    for (int qubit = 1; qubit < qubits; qubit++) {
      circuit.gate(GateName.CX, qubit - 1, qubit);
    }
  }

  private void assertGradient(Circuit circuit, double tolerance) {
    double[] values = random.doubles(1 << 4, -1, 1).toArray();
    List<Parameter> parameters = circuit.parameters();
    double[] theta = random.doubles(parameters.size(), -4, 4).toArray();
    ParameterShift shift = ParameterShift.of(circuit);
    Circuit program = shift.program();
    double[] expectations =
        Arrays.stream(shift.shiftedRows(theta))
            .mapToDouble(row -> expectation(program, row, values))
            .toArray();

    double[] gradient = shift.gradient(expectations);

    assertThat(expectation(program, shift.row(theta), values))
        .isCloseTo(expectation(circuit, theta, values), within(1e-12));
    assertThat(gradient).hasSize(theta.length);
    List<Double> differences = new ArrayList<>();
    for (int k = 0; k < theta.length; k++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[k] += STEP;
      down[k] -= STEP;
      differences.add(
          (expectation(circuit, up, values) - expectation(circuit, down, values)) / (2 * STEP));
    }
    for (int k = 0; k < theta.length; k++) {
      assertThat(gradient[k])
          .as("%s of %s", parameters.get(k), circuit)
          .isCloseTo(differences.get(k), within(tolerance));
      assertThatItsRowsSuffice(shift, theta, k, expectations);
    }
  }

  private static void assertThatItsRowsSuffice(
      ParameterShift shift, double[] theta, int k, double[] expectations) {
    int[] wanted = shift.rowsOf(List.of(shift.parameters().get(k)));
    double[] others = new double[expectations.length];
    Arrays.fill(others, 1e3);
    for (int row : wanted) {
      others[row] = expectations[row];
    }
    assertThat(shift.gradient(others)[k]).isEqualTo(shift.gradient(expectations)[k]);
    double[][] all = shift.shiftedRows(theta);
    assertThat(shift.shiftedRows(theta, wanted))
        .isDeepEqualTo(Arrays.stream(wanted).mapToObj(row -> all[row]).toArray(double[][]::new));
  }

  /** The mean of a fixed random number per outcome. */
  private static double expectation(Circuit circuit, double[] theta, double[] values) {
    Map<Long, Double> distribution =
        DenseOracle.distribution(circuit, Binding.of(circuit.parameters(), theta));
    return distribution.entrySet().stream()
        .mapToDouble(e -> e.getValue() * values[Math.floorMod(e.getKey() * 7, values.length)])
        .sum();
  }
}

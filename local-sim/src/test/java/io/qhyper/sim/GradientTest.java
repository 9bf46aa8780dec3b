package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientTest {
  /** Step of fourth-order differences: truncation and rounding are both near 1e-11. */
  private static final double STEP = 2e-3;

  private static final double TOLERANCE = 1e-7;

  @Test
  void agreesWithFiniteDifferencesOnRandomCircuits() {
    for (int seed = 0; seed < 60; seed++) {
      int qubits = 1 + seed % 6;
      Random random = new Random(seed);
      RandomCircuits circuits = new RandomCircuits(random);
      CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
      circuits.addGates(builder, qubits, 15);
      assertAgrees(builder.measureAll("c").build(), circuits.row(), random, "seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource(GateName.class)
  void agreesWithFiniteDifferencesForEveryGateUnderAnyControls(GateName gate) {
    Random random = new Random(400 + gate.text().hashCode());
    RandomCircuits circuits = new RandomCircuits(random);
    for (int trial = 0; trial < 10; trial++) {
      CircuitBuilder builder = Circuit.builder(5).parameters(RandomCircuits.PARAMETERS);
      for (int qubit = 0; qubit < 5; qubit++) {
        builder.gate(GateName.H, qubit).gate(GateName.T, qubit);
      }
      builder.add(circuits.call(gate, 5)).add(circuits.call(gate, 5));
      circuits.addGates(builder, 5, 3);
      assertAgrees(builder.measureAll("c").build(), circuits.row(), random, "trial " + trial);
    }
  }

  @Test
  void isZeroForInputsThatNoGateUses() {
    Circuit circuit =
        Circuit.builder(2)
            .parameters(RandomCircuits.PARAMETERS)
            .gate(GateName.H, 0)
            .measureAll("c")
            .build();
    ExpectationGradient result =
        Programs.of(circuit).exact("c").gradient(new double[3], new double[] {1, 2, 3, 4});
    assertThat(result.gradient()).containsExactly(0, 0, 0);
    assertThat(result.value()).isCloseTo(1.5, within(1e-12));
  }

  private static void assertAgrees(
      Circuit circuit, double[] row, Random random, String description) {
    RegisterDistribution exact = Programs.of(circuit).exact("c");
    double[] loss = random.doubles(1 << exact.width(), -1, 1).toArray();
    ExpectationGradient result = exact.gradient(row, loss);
    assertThat(result.value()).isCloseTo(exact.expectation(row, loss), within(1e-13));
    for (int k = 0; k < row.length; k++) {
      double near = difference(exact, row, loss, k, STEP);
      double far = difference(exact, row, loss, k, 2 * STEP);
      assertThat(result.gradient()[k])
          .as("%s, parameter %d", description, k)
          .isCloseTo((4 * near - far) / 3, within(TOLERANCE));
    }
  }

  private static double difference(
      RegisterDistribution exact, double[] row, double[] loss, int k, double step) {
    double[] plus = row.clone();
    double[] minus = row.clone();
    plus[k] += step;
    minus[k] -= step;
    return (exact.expectation(plus, loss) - exact.expectation(minus, loss)) / (2 * step);
  }
}

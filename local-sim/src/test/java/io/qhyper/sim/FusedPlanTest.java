package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.sim.fused.FusedState;
import io.qhyper.sim.oracle.RandomCircuits;
import io.qhyper.sim.state.StateVector;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The merged program against the reference, amplitude by amplitude, phases included. */
class FusedPlanTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @CsvSource({"1, 60", "2, 60", "3, 60", "5, 60", "7, 40", "8, 40", "10, 20", "13, 10"})
  void agreesWithTheReferenceOnRandomCircuits(int qubits, int circuits) {
    for (int seed = 0; seed < circuits; seed++) {
      RandomCircuits random = new RandomCircuits(new Random(1000L * qubits + seed));
      CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
      random.addGates(builder, qubits, 5 + seed % 4 * 20);
      assertAgrees(builder, random.row(), qubits + " qubits, seed " + seed);
    }
  }

  /** More qubits than a block holds: several stages, and blocks at scattered positions. */
  @ParameterizedTest
  @CsvSource({"15, 60", "16, 150", "17, 200"})
  void agreesWithTheReferenceBeyondOneBlock(int qubits, int gates) {
    RandomCircuits random = new RandomCircuits(new Random(gates));
    CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
    random.addGates(builder, qubits, gates);
    assertAgrees(builder, random.row(), qubits + " qubits");
  }

  @ParameterizedTest
  @EnumSource(GateName.class)
  void appliesEveryGateUnderAnyControlsToAnyState(GateName gate) {
    RandomCircuits random = new RandomCircuits(new Random(gate.name().hashCode()));
    for (int trial = 0; trial < 10; trial++) {
      CircuitBuilder builder = Circuit.builder(6).parameters(RandomCircuits.PARAMETERS);
      random.addGates(builder, 6, 12);
      builder.add(random.call(gate, 6)).add(random.call(gate, 6));
      assertAgrees(builder, random.row(), gate + ", trial " + trial);
    }
  }

  @Test
  void keepsRealCircuitsReal() {
    Random random = new Random(5);
    CircuitBuilder builder = Circuit.builder(16);
    RandomCircuits circuits = new RandomCircuits(random);
    GateName[] real = {GateName.H, GateName.X, GateName.CX, GateName.CZ, GateName.SWAP};
    for (int k = 0; k < 120; k++) {
      builder.add(circuits.call(real[random.nextInt(real.length)], 16));
    }
    assertAgrees(builder, new double[0], "real");
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    RandomCircuits random = new RandomCircuits(new Random(9));
    CircuitBuilder builder = Circuit.builder(17).parameters(RandomCircuits.PARAMETERS);
    random.addGates(builder, 17, 80);
    FusedPlan fused = new FusedPlan(Planner.plan(builder.measureAll("c").build()), 2);
    double[] row = random.row();
    FusedState alone = fused.prefix(row, 1);
    for (int threads : new int[] {2, 3, 8}) {
      FusedState shared = fused.prefix(row, threads);
      for (int i = 0; i < alone.size(); i++) {
        if (alone.re(i) != shared.re(i) || alone.im(i) != shared.im(i)) {
          assertThat(shared.re(i)).as("%d threads, amplitude %d", threads, i).isNaN();
        }
      }
    }
  }

  private static void assertAgrees(CircuitBuilder builder, double[] row, String description) {
    Plan plan = Planner.plan(builder.measureAll("c").build());
    StateVector expected = ReferenceEngine.prefix(plan, row);
    FusedState state = new FusedPlan(plan, 2).prefix(row, 1);
    assertThat(state.size()).isEqualTo(expected.size());
    double worst = 0;
    for (int i = 0; i < expected.size(); i++) {
      worst = Math.max(worst, Math.abs(state.re(i) - expected.re(i)));
      worst = Math.max(worst, Math.abs(state.im(i) - expected.im(i)));
    }
    assertThat(worst).as(description).isLessThan(TOLERANCE);
  }
}

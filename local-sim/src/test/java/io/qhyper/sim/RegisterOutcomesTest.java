package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.shots.BitString;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterOutcomesTest {
  private static final double ROUNDING = 1e-12;
  private static final SimulationOptions MPS = SimulationOptions.DEFAULT.withEngine(EngineName.MPS);
  private static final double[] NO_PARAMETERS = {};

  @ParameterizedTest
  @EnumSource(names = {"MPS", "REFERENCE"})
  void agreeWithTheListOfAllProbabilities(EngineName engine) {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      int qubits = 3 + seed % 5;
      RandomCircuits circuits = new RandomCircuits(random);
      CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
      circuits.addGates(builder, qubits, 20);
      // Some bits of the register are never written, some qubits never or twice measured.
      int width = qubits + 1;
      builder.register("other", 2).register("c", width);
      random
          .ints(0, width)
          .distinct()
          .limit(qubits - 1)
          .forEach(bit -> builder.add(new Measure(random.nextInt(qubits), 2 + bit)));
      Circuit circuit = builder.build();
      double[] row = circuits.row();
      double[] table =
          SimulatedProgram.of(circuit, SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE))
              .exact("c")
              .probabilities(row);

      RegisterOutcomes outcomes =
          SimulatedProgram.of(circuit, SimulationOptions.DEFAULT.withEngine(engine))
              .outcomes("c", row);

      assertMarginals(outcomes.marginals(), table, width, "seed " + seed);
      assertTop(outcomes.top(1 + seed % 7), table, 1 + seed % 7, "seed " + seed);
    }
  }

  private static void assertMarginals(
      Marginals marginals, double[] table, int width, String description) {
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < width; b++) {
        int mask = 1 << a | 1 << b;
        double both = 0;
        for (int value = 0; value < table.length; value++) {
          both += (value & mask) == mask ? table[value] : 0;
        }
        assertThat(marginals.both()[a][b]).as(description).isCloseTo(both, within(ROUNDING));
      }
      assertThat(marginals.ones()[a]).isEqualTo(marginals.both()[a][a]);
    }
  }

  private static void assertTop(TopOutcomes top, double[] table, int count, String description) {
    double[] sorted = Arrays.stream(table).map(p -> -p).sorted().map(p -> -p).toArray();
    assertThat(top.isProven()).as(description).isTrue();
    assertThat(top.outcomes().size()).as(description).isLessThanOrEqualTo(count);
    for (int i = 0; i < Math.min(count, sorted.length); i++) {
      if (i < top.outcomes().size()) {
        TopOutcomes.Outcome outcome = top.outcomes().get(i);
        assertThat(outcome.probability()).as(description).isCloseTo(sorted[i], within(ROUNDING));
        assertThat(table[(int) outcome.bits().index()])
            .as(description)
            .isCloseTo(outcome.probability(), within(ROUNDING));
      } else {
        assertThat(sorted[i]).as(description).isCloseTo(0, within(ROUNDING));
      }
    }
    assertThat(top.outcomes().stream().map(TopOutcomes.Outcome::bits)).doesNotHaveDuplicates();
  }

  @Test
  void findTheLikeliestOfTwelveQubitsAmongAll() {
    for (int seed = 0; seed < 5; seed++) {
      Circuit circuit = Brickworks.of(12, 4, new Random(seed), 2 * Math.PI);
      double[] table =
          SimulatedProgram.of(circuit, SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE))
              .exact("c")
              .probabilities(NO_PARAMETERS);
      assertTop(
          SimulatedProgram.of(circuit, MPS).outcomes("c", NO_PARAMETERS).top(20),
          table,
          20,
          "seed " + seed);
    }
  }

  @Test
  void reachAnyWidth() {
    CircuitBuilder builder = Circuit.builder(150).gate(GateName.H, 0);
    for (int qubit = 0; qubit < 149; qubit++) {
      builder.gate(GateName.CX, qubit, qubit + 1);
    }
    RegisterOutcomes ghz =
        SimulatedProgram.of(builder.measureAll("c").build(), MPS).outcomes("c", NO_PARAMETERS);
    TopOutcomes top = ghz.top(5);
    assertThat(top.outcomes().stream().map(TopOutcomes.Outcome::bits))
        .containsExactlyInAnyOrder(
            BitString.parse("0".repeat(150)), BitString.parse("1".repeat(150)));
    assertThat(top.outcomes().get(1).probability()).isCloseTo(0.5, within(ROUNDING));
    assertThat(top.isProven()).isTrue();
    assertThat(ghz.marginals().covariance(0, 149)).isCloseTo(0.25, within(ROUNDING));
  }

  @Test
  void sayWhatAFlatDistributionMayHide() {
    Circuit circuit = Brickworks.of(60, 6, new Random(3), 2 * Math.PI);
    TopOutcomes top = SimulatedProgram.of(circuit, MPS).outcomes("c", NO_PARAMETERS).top(2);
    assertThat(top.outcomes()).hasSize(2);
    assertThat(top.isProven()).isFalse();
    assertThat(top.unseen()).isGreaterThan(top.outcomes().get(0).probability()).isLessThan(1e-6);
  }

  @Test
  void refuseWhatTheyCannotGive() {
    Circuit bell =
        Circuit.builder(2).gate(GateName.H, 0).gate(GateName.CX, 0, 1).measureAll("c").build();
    RegisterOutcomes outcomes = SimulatedProgram.of(bell, MPS).outcomes("c", NO_PARAMETERS);
    assertThatThrownBy(() -> outcomes.top(0)).hasMessageContaining("at least 1, got 0");
    assertThatThrownBy(() -> SimulatedProgram.of(bell, MPS).outcomes("d", NO_PARAMETERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no register d");
    SimulationOptions reference = SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE);
    Circuit wide =
        Circuit.builder(2).gate(GateName.H, 0).register("c", 40).add(new Measure(0, 39)).build();
    assertThatThrownBy(() -> SimulatedProgram.of(wide, reference).outcomes("c", NO_PARAMETERS))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("engine mps takes any width");
  }
}

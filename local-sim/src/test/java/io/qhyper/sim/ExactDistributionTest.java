package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.sim.oracle.DenseSimulator;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDistributionTest {
  private static final double ROUNDING = 1e-12;
  private static final double[] NO_PARAMETERS = {};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void agreesWithDenseMatricesOnRandomCircuits(int qubits) {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(1000 * qubits + seed);
      RandomCircuits circuits = new RandomCircuits(random);
      CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
      circuits.addGates(builder, qubits, 12);
      // A register wider than the circuit, with bits in random places, qubits read twice or never.
      int width = qubits + 2;
      builder.register("other", 3).register("c", width);
      random
          .ints(0, width)
          .distinct()
          .limit(qubits)
          .forEach(bit -> builder.add(new Measure(random.nextInt(qubits), 3 + bit)));
      Circuit circuit = builder.build();
      double[] row = circuits.row();

      double[] probabilities = Programs.of(circuit).exact("c").probabilities(row);

      Map<Long, Double> expected =
          DenseSimulator.distribution(circuit, Binding.of(RandomCircuits.PARAMETERS, row));
      for (int value = 0; value < 1 << width; value++) {
        assertThat(probabilities[value])
            .as("qubits %d, seed %d, value %d", qubits, seed, value)
            .isCloseTo(expected.getOrDefault((long) value << 3, 0.0), within(ROUNDING));
      }
    }
  }

  @Test
  void putsClassicalBitZeroOnTheRight() {
    Circuit circuit = Circuit.builder(3).gate(GateName.X, 0).measureAll("c").build();
    assertThat(Programs.of(circuit).exact("c").probabilities(NO_PARAMETERS))
        .containsExactly(0, 1, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void followsTheBitsRatherThanTheQubits() {
    Circuit circuit =
        Circuit.builder(3)
            .gate(GateName.X, 0)
            .register("c", 3)
            .add(new Measure(0, 2))
            .add(new Measure(1, 0))
            .add(new Measure(2, 1))
            .build();
    assertThat(Programs.of(circuit).exact("c").probabilities(NO_PARAMETERS)[0b100]).isEqualTo(1);
  }

  @Test
  void spendsAmplitudesOnTouchedQubitsOnly() {
    Circuit circuit =
        Circuit.builder(133)
            .gate(GateName.X, 53)
            .gate(GateName.CX, 53, 54)
            .gate(GateName.H, 131)
            .gate(GateName.CZ, 53, 131)
            .gate(GateName.H, 130)
            .register("c", 4)
            .add(new Measure(54, 3))
            .add(new Measure(53, 1))
            .add(new Measure(7, 0))
            .build();
    SimulatedProgram program = Programs.of(circuit);
    assertThat(program.qubits()).isEqualTo(3);
    assertThat(program.exact("c").probabilities(NO_PARAMETERS)[0b1010])
        .isCloseTo(1, within(ROUNDING));
  }

  @Test
  void expandsDefinitionsUnderControls() {
    Parameter formal = new Parameter("theta");
    GateDefinition turn =
        new GateDefinition(
            "turn",
            List.of(formal),
            1,
            List.of(GateCall.of(GateName.RY, List.of(Angle.of(formal)), 0)));
    Circuit circuit =
        Circuit.builder(2)
            .gate(GateName.X, 1)
            .add(new GateCall(turn, 1, List.of(Angle.of(Math.PI)), List.of(1, 0)))
            .measureAll("c")
            .build();
    assertThat(Programs.of(circuit).exact("c").probabilities(NO_PARAMETERS)[0b11])
        .isCloseTo(1, within(ROUNDING));
  }

  @Test
  void takesTheMeanOfALoss() {
    Random random = new Random(3);
    RandomCircuits circuits = new RandomCircuits(random);
    CircuitBuilder builder = Circuit.builder(4).parameters(RandomCircuits.PARAMETERS);
    circuits.addGates(builder, 4, 20);
    RegisterDistribution exact = Programs.of(builder.measureAll("c").build()).exact("c");
    double[] row = circuits.row();
    double[] loss = random.doubles(16, -1, 1).toArray();
    double[] probabilities = exact.probabilities(row);
    double mean = 0;
    for (int value = 0; value < 16; value++) {
      mean += probabilities[value] * loss[value];
    }
    assertThat(exact.expectation(row, loss)).isCloseTo(mean, within(ROUNDING));
  }

  @Test
  void refusesProgramsThatGoOnAfterAMeasurement() {
    Circuit circuit =
        Circuit.builder(1)
            .gate(GateName.H, 0)
            .register("c", 2)
            .add(new Measure(0, 0))
            .gate(GateName.H, 0)
            .add(new Measure(0, 1))
            .build();
    SimulatedProgram program = Programs.of(circuit);
    assertThatThrownBy(() -> program.exact("c"))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("run it by shots");
  }

  @Test
  void refusesWhatDoesNotFit() {
    Circuit circuit =
        Circuit.builder(1)
            .gate(GateName.RY, Angle.of(new Parameter("theta")), 0)
            .measureAll("c")
            .register("wide", 31)
            .build();
    SimulatedProgram program = Programs.of(circuit);
    RegisterDistribution exact = program.exact("c");
    double[] row = {0.5};
    assertThatThrownBy(() -> exact.probabilities(NO_PARAMETERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 parameters, the row has 0");
    assertThatThrownBy(() -> exact.probabilities(new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parameter theta must be finite, got NaN");
    assertThatThrownBy(() -> exact.expectation(row, new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 2 values, got 4 losses");
    assertThatThrownBy(() -> exact.expectation(row, new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> program.exact("wide"))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("wide has 31");
    assertThatThrownBy(() -> program.exact("d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no register d");
  }
}

package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {
  private static final Circuit TOFFOLI =
      Circuit.builder(3)
          .gate(GateName.H, 0)
          .gate(GateName.H, 1)
          .gate(GateName.CCX, 0, 1, 2)
          .measureAll("c")
          .build();

  private static EngineChoice choice(Circuit circuit, EngineName name) {
    return SimulatedProgram.of(circuit, SimulationOptions.DEFAULT.withEngine(name)).choice();
  }

  private static EngineEstimate candidate(EngineChoice choice, EngineName name) {
    return choice.candidates().stream()
        .filter(estimate -> estimate.engine() == name)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLineEngineRunsShallowLines() {
    EngineChoice choice = choice(new Brickwork(17, 4).circuit(), EngineName.AUTO);
    assertThat(choice.engine()).isEqualTo(EngineName.LINE);
    EngineEstimate line = candidate(choice, EngineName.LINE);
    assertThat(line.method()).isEqualTo("halves of 8 and 9 qubits, 1 couplings across, 2 terms");
    assertThat(line.milliseconds())
        .isLessThan(candidate(choice, EngineName.REFERENCE).milliseconds() / 60);
  }

  @Test
  void allValuesAreListedByTheLineEngineWhereStatesOfBondsAreQuicker() {
    Circuit circuit = new Brickwork(24, 4).circuit();
    double[] row = new double[circuit.parameters().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = 0.1 + 0.37 * i;
    }
    SimulatedProgram program = SimulatedProgram.of(circuit, SimulationOptions.DEFAULT);

    double[] all = program.exact("c").probabilities(row);

    assertThat(program.choice().engine()).isEqualTo(EngineName.MPS);
    assertThat(all)
        .isEqualTo(
            SimulatedProgram.of(circuit, SimulationOptions.DEFAULT.withEngine(EngineName.LINE))
                .exact("c")
                .probabilities(row));
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineName.class,
      names = {"LINE", "REFERENCE"})
  void anEngineCanBeAskedForByName(EngineName name) {
    assertThat(choice(new Brickwork(4, 2).circuit(), name).engine()).isEqualTo(name);
  }

  @Test
  void gatesOnThreeQubitsAreNotForTheLineEngine() {
    EngineChoice choice = choice(TOFFOLI, EngineName.AUTO);
    assertThat(choice.engine()).isNotEqualTo(EngineName.LINE);
    assertThat(candidate(choice, EngineName.LINE).obstacle()).contains("ccx acts on 3 qubits");
    assertThatThrownBy(() -> choice(TOFFOLI, EngineName.LINE))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("engine line cannot run this program: ccx acts on 3 qubits");
  }

  @Test
  void programsThatGoOnAfterAMeasurementAreNotForTheLineEngine() {
    Circuit circuit =
        Circuit.builder(1)
            .register("c", 1)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .build();
    assertThatThrownBy(() -> choice(circuit, EngineName.LINE))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("goes on after a measurement");
  }

  @Test
  void anEngineThatKeepsNoBondsRefusesALimitOnThem() {
    SimulationOptions options =
        SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE).withMaxBond(2);
    assertThatThrownBy(() -> SimulatedProgram.of(TOFFOLI, options))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("no bonds to limit");
    assertThatThrownBy(() -> SimulationOptions.DEFAULT.withMaxBond(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}

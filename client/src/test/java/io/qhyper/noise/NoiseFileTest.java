package io.qhyper.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.sim.noise.AmplitudeDamping;
import io.qhyper.sim.noise.Depolarizing;
import io.qhyper.sim.noise.GateScope;
import io.qhyper.sim.noise.KrausChannel;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.sim.noise.OverRotation;
import io.qhyper.sim.noise.PauliErrors;
import io.qhyper.sim.noise.PhaseDamping;
import io.qhyper.sim.noise.ReadoutError;
import io.qhyper.sim.noise.Relaxation;
import io.qhyper.sim.noise.ThermalRelaxation;
import io.qhyper.store.MalformedFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFileTest {
  private static final Path SOURCE = Path.of("noise.yaml");

  @Test
  void readsEveryPart() {
    NoiseModel model =
        NoiseFile.parse(
            SOURCE,
            """
            description: a test
            qubits: physical
            gates:
              - channel: {depolarizing: {p: 0.001}}
                arity: 1
              - gate: cz
                channel: {depolarizing: {r: 0.003, qubits: 2}}
              - {gate: cz, qubits: [4, 3], channel: {depolarizing: {lambda: 0.004}}}
              - {gate: cz, on: [1], channel: {amplitude_damping: 0.1}}
              - {gate: u1, channel: {phase_damping: 0.2}}
              - {gate: x, channel: {pauli: {X: 0.1, Z: 2e-1}}}
              - {gate: x, channel: {thermal_relaxation: {t1: 1e-4, t2: 5e-5, duration: 3e-8}}}
              - {gate: cx, channel: {over_rotation: {axis: ZX, angle: 0.02}}}
              - {gate: x, channel: {kraus: [[[0, [0, -1]], [[0, 1], 0]]]}}
            readout:
              everywhere: {1_given_0: 0.01, 0_given_1: 0.02}
              qubits: {7: {1_given_0: 0.03, 0_given_1: 0.04}}
              registers: {c: {1_given_0: 0.05, 0_given_1: 0.06}}
            idle:
              everywhere: {t1: 1e-4, t2: 9e-4}
              qubits: {2: {t1: 2e-4, t2: 1e-4}}
              lengths: {x: 3e-8, measure: 1e-6}
              dt: 4e-9
            """);

    assertThat(model.description()).isEqualTo("a test");
    assertThat(model.qubits()).isEqualTo(NoiseModel.QubitNumbers.PHYSICAL);
    assertThat(model.rules().subList(0, 8))
        .containsExactly(
            NoiseRule.of(GateScope.ofArity(1), new Depolarizing(1, 0.001)),
            NoiseRule.of(GateScope.named("cz"), Depolarizing.ofInfidelity(2, 0.003)),
            NoiseRule.of(GateScope.at("cz", List.of(4, 3)), Depolarizing.ofMixingWeight(2, 0.004)),
            new NoiseRule(GateScope.named("cz"), new AmplitudeDamping(0.1), List.of(1)),
            NoiseRule.of(GateScope.named("p"), new PhaseDamping(0.2)),
            NoiseRule.of(GateScope.named("x"), new PauliErrors(Map.of("X", 0.1, "Z", 0.2))),
            NoiseRule.of(GateScope.named("x"), new ThermalRelaxation(1e-4, 5e-5, 3e-8)),
            NoiseRule.of(GateScope.named("cx"), new OverRotation("ZX", 0.02)));
    KrausChannel pauliY = (KrausChannel) model.rules().get(8).channel();
    assertThat(pauliY.kraus().get(0).im()).containsExactly(0, -1, 1, 0);
    assertThat(model.readout().of(7, "c")).isEqualTo(new ReadoutError(0.03, 0.04));
    assertThat(model.readout().of(1, "c")).isEqualTo(new ReadoutError(0.05, 0.06));
    assertThat(model.readout().of(1, "d")).isEqualTo(new ReadoutError(0.01, 0.02));
    assertThat(model.idle().orElseThrow().of(5)).contains(new Relaxation(1e-4, 2e-4));
    assertThat(model.idle().orElseThrow().of(2)).contains(new Relaxation(2e-4, 1e-4));
    assertThat(model.idle().orElseThrow().lengths().of("x", List.of(0))).isEqualTo(3e-8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate: []| the document has the unknown key 'gate'; known are description",
        "gates: 3| gates must be a list",
        "gates: [{gate: x}]| gates[0].channel must be a map of keys and values",
        "gates: [{channel: {dephasing: 1}}]| gates[0].channel has the unknown kind 'dephasing'",
        "gates: [{channel: {depolarizing: {}}}]| depolarizing needs one of p",
        "gates: [{channel: {depolarizing: {p: 1.5}}}]| p must be in [0, 1], got 1.5",
        "gates: [{channel: {depolarizing: {p: many}}}]| depolarizing.p must be a number, got"
            + " 'many'",
        "gates: [{channel: {kraus: [[[1, 0], [0, 0.5]]]}}]| the identity, an entry is off by 0.75",
        "gates: [{on: [0, 1], channel: {phase_damping: 0.1}}]| a channel on 1 qubits needs",
        "readout: {qubits: {q: {}}}| readout.qubits.q must have the number of a qubit",
        "readout: {everywhere: {1_given_0: 0.1}}| readout.everywhere.0_given_1 is missing",
        "idle: {everywhere: {t1: 0, t2: 1}}| T1 must be above 0, got 0.0",
        "qubits: some| qubits must be any or physical, got 'some'",
        "'gates: [[['| is no YAML",
        "'{description: a, description: b}'| is no YAML",
      })
  void namesThePlaceOfWhatIsWrong(String text, String trouble) {
    assertThatThrownBy(() -> NoiseFile.parse(SOURCE, text))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("noise.yaml ")
        .hasMessageContaining(trouble);
  }
}

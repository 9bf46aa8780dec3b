package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.qasm.QasmReader;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.noise.AmplitudeDamping;
import io.qhyper.sim.noise.Depolarizing;
import io.qhyper.sim.noise.GateScope;
import io.qhyper.sim.noise.IdleNoise;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.noise.NoiseRule;
import io.qhyper.sim.noise.ReadoutError;
import io.qhyper.sim.noise.ReadoutErrors;
import io.qhyper.sim.noise.Relaxation;
import io.qhyper.sim.noise.StepLengths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NoisePlacementTest {
  private static final double T1 = 100e-6;
  private static final String HEADER = "OPENQASM 3.0; include \"stdgates.inc\"; ";

  private static SimulatedProgram program(String body, NoiseModel model) {
    return NoisyPrograms.of(QasmReader.read(HEADER + body), model, NoiseMethod.DENSITY);
  }

  private static NoiseModel rules(NoiseRule... rules) {
    return new NoiseModel(
        "test", NoiseModel.QubitNumbers.ANY, List.of(rules), ReadoutErrors.NONE, Optional.empty());
  }

  private static NoiseModel idle(Map<String, Double> lengths) {
    StepLengths steps = new StepLengths(lengths, Map.of(), OptionalDouble.of(1e-9));
    Relaxation relaxation = new Relaxation(T1, T1);
    return new NoiseModel(
        "idle",
        NoiseModel.QubitNumbers.ANY,
        List.of(),
        ReadoutErrors.NONE,
        Optional.of(new IdleNoise(Optional.of(relaxation), Map.of(), steps)));
  }

  /** The probability that bit 0 of register c is 1. */
  private static double one(SimulatedProgram program) {
    double[] probabilities = program.exact("c").probabilities(new double[0]);
    double sum = 0;
    for (int i = 1; i < probabilities.length; i += 2) {
      sum += probabilities[i];
    }
    return sum;
  }

  @Test
  void refusesAModelThatTouchesNoGate() {
    NoiseModel model = rules(NoiseRule.of(GateScope.named("ecr"), new Depolarizing(2, 0.1)));

    assertThatThrownBy(() -> program("qubit[2] q; bit c; cx q[0], q[1]; c = measure q[0];", model))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("touches no gate of the program")
        .hasMessageContaining("[ecr]");
  }

  @Test
  void refusesAModelThatTouchesNothing() {
    NoiseModel empty = rules();

    assertThatThrownBy(() -> program("qubit q; bit c; x q; c = measure q;", empty))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("touches no part of the program");
  }

  @Test
  void refusesPhysicalNoiseOnVirtualQubits() {
    NoiseModel physical =
        new NoiseModel(
            "torino",
            NoiseModel.QubitNumbers.PHYSICAL,
            List.of(NoiseRule.of(GateScope.at("x", List.of(5)), new AmplitudeDamping(0.5))),
            ReadoutErrors.NONE,
            Optional.empty());

    assertThat(one(program("bit c; x $5; c = measure $5;", physical)))
        .isCloseTo(0.5, within(1e-12));
    assertThatThrownBy(() -> program("qubit[6] q; bit c; x q[5]; c = measure q[5];", physical))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("compile it for the device first");
  }

  @Test
  void meansOrderedQubitsOfAGate() {
    NoiseModel model =
        rules(
            new NoiseRule(
                GateScope.at("cx", List.of(1, 0)), new AmplitudeDamping(0.25), List.of(1)));
    String body = "qubit[2] q; bit c; x q[1]; %s c = measure q[0];";

    assertThat(one(program(body.formatted("cx q[1], q[0];"), model)))
        .isCloseTo(0.75, within(1e-12));
    assertThatThrownBy(() -> program(body.formatted("cx q[0], q[1];"), model))
        .hasMessageContaining("touches no gate");
  }

  @Test
  void relaxesWhileAQubitWaitsForAnother() {
    String body =
        "qubit[2] q; bit c; x q[0]; cx q[0], q[1]; x q[1]; x q[1]; cx q[0], q[1]; c = measure"
            + " q[0];";
    SimulatedProgram program = program(body, idle(Map.of("x", 10e-6, "cx", 5e-6)));

    assertThat(one(program)).isCloseTo(Math.exp(-20e-6 / T1), within(1e-12));
    assertThat(program.noise().orElseThrow().coverage().idlePeriods()).isEqualTo(1);
  }

  @Test
  void waitsBeforeTheFirstGateAndNotAfterIt() {
    String body =
        "qubit[2] q; bit c; x q[0]; x q[1]; x q[1]; x q[1]; cx q[0], q[1]; c = measure q[0];";

    assertThatThrownBy(() -> program(body, idle(Map.of("x", 10e-6, "cx", 5e-6))))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("touches no part of the program");
  }

  @Test
  void relaxesDuringDelaysAndAtBarriers() {
    NoiseModel model = idle(Map.of("x", 10e-6));

    assertThat(one(program("qubit q; bit c; x q; delay[7us] q; c = measure q;", model)))
        .isCloseTo(Math.exp(-7e-6 / T1), within(1e-12));
    assertThat(one(program("qubit q; bit c; x q; delay[7000dt] q; c = measure q;", model)))
        .isCloseTo(Math.exp(-7e-6 / T1), within(1e-12));
    String barrier =
        "qubit[2] q; bit c; x q[0]; barrier q; x q[1]; x q[1]; barrier q; c = measure q[0];";
    assertThat(one(program(barrier, model))).isCloseTo(Math.exp(-20e-6 / T1), within(1e-12));
  }

  @Test
  void waitsForMeasuredBitsAndForTheLongerBranch() {
    String body =
        "qubit[2] q; bit m; bit c; x q[0]; barrier q; m = measure q[1];"
            + " if (m) { x q[0]; x q[0]; x q[0]; } c = measure q[0];";
    SimulatedProgram program = program(body, idle(Map.of("x", 10e-6, "measure", 30e-6)));

    // 30 µs until the bit is known, then 30 µs for the branch that is not taken.
    assertThat(one(program)).isCloseTo(Math.exp(-60e-6 / T1), within(1e-12));
  }

  @Test
  void doesNotRelaxBeforeTheFirstGateNorAfterTheMeasurement() {
    String body =
        "qubit[2] q; bit[2] c; delay[50us] q[0]; x q[0]; c[0] = measure q[0]; delay[50us] q[0];"
            + " x q[1]; delay[1us] q[1]; c[1] = measure q[1];";

    assertThat(one(program(body, idle(Map.of())))).isEqualTo(1);
  }

  @Test
  void misreadsByQubitThenByRegisterThenEverywhere() {
    ReadoutErrors readout =
        new ReadoutErrors(
            new ReadoutError(0.1, 0),
            Map.of(1, new ReadoutError(0.2, 0)),
            Map.of("c", new ReadoutError(0.4, 0)));
    NoiseModel model =
        new NoiseModel(
            "readout", NoiseModel.QubitNumbers.ANY, List.of(), readout, Optional.empty());
    String body = "qubit[3] q; bit %s; id q[0]; %s = measure q[%d];";

    assertThat(readout.of(0, "d").oneGivenZero()).isEqualTo(0.1);
    assertThat(one(program(body.formatted("c", "c", 1), model))).isCloseTo(0.2, within(1e-15));
    assertThat(one(program(body.formatted("c", "c", 0), model))).isCloseTo(0.4, within(1e-15));
    SimulatedProgram untouched = program(body.formatted("c", "c", 2), model);
    assertThat(one(untouched)).as("no gate on it").isCloseTo(0.4, within(1e-15));
    ShotResult shots =
        untouched.run(
            new ShotRequest(
                new double[0], 10_000, StreamKey.of(1, Purpose.SAMPLING), Memory.DISCARD));
    Statistics.assertDrawnFrom(
        Map.of(0L, 0.6, 1L, 0.4), Programs.values(shots.counts().get("c")), "misread zeros");
  }

  @Test
  void choosesTheMethodBySizeAndKindOfNoise() {
    NoiseModel pauli = NoiseModel.depolarizing(0.01, 0.02);
    NoiseModel damping = rules(NoiseRule.of(GateScope.EVERYWHERE, new AmplitudeDamping(0.1)));

    assertThat(choice(3, pauli).shots()).isEqualTo(NoiseMethod.FRAMES);
    assertThat(choice(3, pauli).means()).isEqualTo(NoiseMethod.DENSITY);
    assertThat(choice(12, pauli).means()).isEqualTo(NoiseMethod.FRAMES);
    assertThat(choice(3, damping).shots()).isEqualTo(NoiseMethod.DENSITY);
    assertThat(choice(12, damping).shots()).isEqualTo(NoiseMethod.TRAJECTORIES);
    assertThat(choice(12, damping).reason()).contains("no Pauli errors", "12 qubits");
  }

  private static NoiseChoice choice(int qubits, NoiseModel model) {
    String body = "qubit[%d] q; bit[%d] c; h q; c = measure q;".formatted(qubits, qubits);
    return NoisyPrograms.of(QasmReader.read(HEADER + body), model, NoiseMethod.AUTO)
        .noise()
        .orElseThrow();
  }
}

package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineEngineTest {
  private static final double EXACT = 1e-13;

  private final Random random = new Random(20261125);
  private final LineCircuits circuits = new LineCircuits(random);

  private static RegisterDistribution line(Circuit circuit) {
    return Programs.on(EngineName.LINE, circuit).exact("c");
  }

  private static RegisterDistribution reference(Circuit circuit) {
    return Programs.of(circuit).exact("c");
  }

  private void assertAgree(Circuit circuit, double[] row, String description) {
    RegisterDistribution line = line(circuit);
    RegisterDistribution reference = reference(circuit);
    double[] loss = random.doubles(1 << line.width(), -1, 1).toArray();
    assertThat(line.probabilities(row))
        .as(description)
        .containsExactly(reference.probabilities(row), within(EXACT));
    assertThat(line.expectation(row, loss))
        .as(description)
        .isCloseTo(reference.expectation(row, loss), within(EXACT));
    ExpectationGradient gradient = line.gradient(row, loss);
    ExpectationGradient expected = reference.gradient(row, loss);
    assertThat(gradient.value()).as(description).isCloseTo(expected.value(), within(EXACT));
    assertThat(gradient.gradient())
        .as(description)
        .containsExactly(expected.gradient(), within(10 * EXACT));
  }

  @Test
  void agreesWithTheReferenceOnLinesInAnyOrderAndAnyMeasuredPart() {
    for (int trial = 0; trial < 200; trial++) {
      int length = 1 + random.nextInt(9);
      int pairs = 1 + random.nextInt(2 * length);
      Circuit circuit = circuits.circuit(11, length, pairs, 1 + random.nextInt(length));
      assertAgree(circuit, circuits.row(), "trial " + trial);
    }
  }

  @Test
  void agreesWithTheReferenceForManyTerms() {
    for (int trial = 0; trial < 20; trial++) {
      Circuit circuit = circuits.circuit(4, 4, 12 + random.nextInt(12), 3);
      assertAgree(circuit, circuits.row(), "trial " + trial);
    }
  }

  @ParameterizedTest
  @EnumSource(GateName.class)
  void agreesWithTheReferenceForEveryGateOnAtMostTwoQubits(GateName gate) {
    if (gate.qubitCount() > 2) {
      return;
    }
    RandomCircuits gates = new RandomCircuits(random);
    for (int extra = 0; extra + gate.qubitCount() <= 2; extra++) {
      for (int trial = 0; trial < 8; trial++) {
        CircuitBuilder builder = Circuit.builder(2).parameters(RandomCircuits.PARAMETERS);
        for (int qubit = 0; qubit < 2; qubit++) {
          builder.gate(GateName.H, qubit).gate(GateName.T, qubit).gate(GateName.SX, qubit);
        }
        GateCall call = gates.call(gate, gate.qubitCount());
        List<Integer> qubits = trial % 2 == 0 ? List.of(0, 1) : List.of(1, 0);
        builder.add(
            new GateCall(gate, extra, call.angles(), qubits.subList(0, gate.qubitCount() + extra)));
        for (int qubit = 0; qubit < 2; qubit++) {
          builder.gate(GateName.T, qubit).gate(GateName.H, qubit);
        }
        assertAgree(
            builder.measureAll("c").build(), gates.row(), extra + " controls, trial " + trial);
      }
    }
  }

  @Test
  void agreesWithTheReferenceWherePairsFormNoLine() {
    for (int trial = 0; trial < 30; trial++) {
      int qubits = 2 + random.nextInt(6);
      RandomCircuits gates = new RandomCircuits(random);
      CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
      for (int i = 0; i < 3 * qubits; i++) {
        GateCall call = gates.gate(qubits);
        if (call.qubits().size() <= 2) {
          builder.add(call);
        }
      }
      assertAgree(builder.measureAll("c").build(), gates.row(), "trial " + trial);
    }
  }

  @Test
  void samplesAreDrawnFromTheExactDistribution() {
    for (int trial = 0; trial < 12; trial++) {
      int length = 2 + random.nextInt(6);
      Circuit circuit = circuits.circuit(8, length, 3 * length, length);
      double[] row = circuits.row();
      double[] exact = reference(circuit).probabilities(row);
      Map<Long, Double> distribution = new HashMap<>();
      IntStream.range(0, exact.length).forEach(i -> distribution.put((long) i, exact[i]));
      ShotRequest request =
          new ShotRequest(row, 20_000, StreamKey.of(trial, Purpose.SAMPLING), Memory.DISCARD);
      ShotResult result = Programs.on(EngineName.LINE, circuit).run(request);
      Statistics.assertDrawnFrom(
          distribution, Programs.values(result.counts().get("c")), "trial " + trial);
    }
  }

  @Test
  void aRegisterInTheOrderOfTheLineIsSampledAsByTheReference() {
    Circuit circuit = brickwork(9, 4);
    double[] row = random.doubles(circuit.parameters().size(), -3, 3).toArray();
    ShotRequest request =
        new ShotRequest(row, 5000, StreamKey.of(3, Purpose.SAMPLING), Memory.KEEP);
    ShotRecord line = Programs.on(EngineName.LINE, circuit).run(request).memory().get("c");
    ShotRecord reference = Programs.of(circuit).run(request).memory().get("c");
    assertThat(IntStream.range(0, 5000).mapToObj(line::get))
        .containsExactlyElementsOf(IntStream.range(0, 5000).mapToObj(reference::get).toList());
  }

  @Test
  void resultsDoNotDependOnThreads() {
    Circuit circuit = brickwork(8, 4);
    List<ShotRequest> requests =
        IntStream.range(0, 7)
            .mapToObj(
                i ->
                    new ShotRequest(
                        random.doubles(circuit.parameters().size(), -3, 3).toArray(),
                        1500,
                        StreamKey.of(5, Purpose.SAMPLING).withCircuit(i),
                        Memory.DISCARD))
            .toList();
    SimulatedProgram program = Programs.on(EngineName.LINE, circuit);
    assertThat(program.run(requests, 3)).isEqualTo(program.run(requests, 1));
    assertThat(program.run(requests, 2).get(4)).isEqualTo(program.run(requests.get(4)));
  }

  /** The brickwork ansatz with its angles as parameters, first CX layer and last RZ layer too. */
  private static Circuit brickwork(int qubits, int layers) {
    return new Brickwork(qubits, layers).circuit();
  }
}

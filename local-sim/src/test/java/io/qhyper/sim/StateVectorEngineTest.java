package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.oracle.DenseSimulator;
import io.qhyper.sim.oracle.RandomCircuits;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine as programs meet it, against the reference engine and the dense oracle. */
class StateVectorEngineTest {
  private static final StreamKey KEY = StreamKey.of(4, Purpose.SAMPLING);
  private static final double TOLERANCE = 1e-12;

  private static SimulatedProgram program(Circuit circuit, EngineName engine) {
    return SimulatedProgram.of(circuit, SimulationOptions.DEFAULT.withEngine(engine));
  }

  private static Circuit randomCircuit(RandomCircuits random, int qubits, int gates) {
    CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
    random.addGates(builder, qubits, gates);
    return builder.measureAll("c").build();
  }

  private static List<BitString> shots(SimulatedProgram program, ShotRequest request) {
    ShotRecord record = program.run(request).memory().get("c");
    return IntStream.range(0, request.shots()).mapToObj(record::get).toList();
  }

  @Test
  void drawsFromTheDistributionOfRandomCircuits() {
    for (int seed = 0; seed < 10; seed++) {
      RandomCircuits random = new RandomCircuits(new Random(seed));
      Circuit circuit = randomCircuit(random, 4, 25);
      double[] row = random.row();
      ShotResult result =
          program(circuit, EngineName.STATEVECTOR)
              .run(new ShotRequest(row, 10_000, KEY, Memory.DISCARD));
      Statistics.assertDrawnFrom(
          DenseSimulator.distribution(circuit, Binding.of(RandomCircuits.PARAMETERS, row)),
          Programs.values(result.counts().get("c")),
          "seed " + seed);
    }
  }

  /** Shots of both engines meet the same random numbers, so they agree one by one. */
  @Test
  void drawsWhatTheReferenceDraws() {
    for (int seed = 0; seed < 10; seed++) {
      RandomCircuits random = new RandomCircuits(new Random(seed));
      Circuit circuit = randomCircuit(random, 11, 60);
      ShotRequest request = new ShotRequest(random.row(), 1500, KEY, Memory.KEEP);
      assertThat(shots(program(circuit, EngineName.STATEVECTOR), request))
          .as("seed %d", seed)
          .isEqualTo(shots(program(circuit, EngineName.REFERENCE), request));
    }
  }

  @Test
  void measuresResetsAndBranchesAsTheReferenceDoes() {
    for (int seed = 0; seed < 80; seed++) {
      MidCircuitTest.RandomProgram random = MidCircuitTest.randomProgram(seed);
      ShotRequest request = new ShotRequest(random.row(), 1500, KEY, Memory.KEEP);
      assertThat(shots(program(random.circuit(), EngineName.STATEVECTOR), request))
          .as("seed %d", seed)
          .isEqualTo(shots(program(random.circuit(), EngineName.REFERENCE), request));
    }
  }

  @Test
  void givesTheExactValuesOfTheReference() {
    for (int seed = 0; seed < 20; seed++) {
      Random source = new Random(seed);
      RandomCircuits random = new RandomCircuits(source);
      int qubits = 1 + seed % 9;
      Circuit circuit = randomCircuit(random, qubits, 30);
      RegisterDistribution merged = program(circuit, EngineName.STATEVECTOR).exact("c");
      RegisterDistribution plain = program(circuit, EngineName.REFERENCE).exact("c");
      double[] row = random.row();
      double[] loss = source.doubles(1 << qubits, -1, 1).toArray();
      assertThat(merged.probabilities(row))
          .containsExactly(plain.probabilities(row), within(TOLERANCE));
      assertThat(merged.expectation(row, loss))
          .isCloseTo(plain.expectation(row, loss), within(TOLERANCE));
      ExpectationGradient gradient = merged.gradient(row, loss);
      assertThat(gradient.value()).isCloseTo(plain.expectation(row, loss), within(TOLERANCE));
      assertThat(gradient.gradient())
          .as("seed %d", seed)
          .containsExactly(plain.gradient(row, loss).gradient(), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(GateName.class)
  void givesTheGradientsOfTheReferenceForEveryGateUnderAnyControls(GateName gate) {
    Random source = new Random(gate.text().hashCode());
    RandomCircuits random = new RandomCircuits(source);
    for (int trial = 0; trial < 10; trial++) {
      CircuitBuilder builder = Circuit.builder(5).parameters(RandomCircuits.PARAMETERS);
      for (int qubit = 0; qubit < 5; qubit++) {
        builder.gate(GateName.H, qubit).gate(GateName.T, qubit);
      }
      builder.add(random.call(gate, 5)).add(random.call(gate, 5));
      random.addGates(builder, 5, 3);
      assertSameGradient(builder.measureAll("c").build(), random.row(), source, "trial " + trial);
    }
  }

  @Test
  void givesTheGradientsOfTheReferenceWhereAStateHasManyBlocks() {
    for (int seed = 0; seed < 3; seed++) {
      Random source = new Random(seed);
      RandomCircuits random = new RandomCircuits(source);
      Circuit circuit = randomCircuit(random, 15 + seed % 2, 40);
      assertSameGradient(circuit, random.row(), source, "seed " + seed);
    }
  }

  private static void assertSameGradient(
      Circuit circuit, double[] row, Random source, String description) {
    RegisterDistribution merged = program(circuit, EngineName.STATEVECTOR).exact("c");
    RegisterDistribution plain = program(circuit, EngineName.REFERENCE).exact("c");
    double[] loss = source.doubles(1 << merged.width(), -1, 1).toArray();
    assertThat(merged.gradient(row, loss).gradient())
        .as(description)
        .containsExactly(plain.gradient(row, loss).gradient(), within(TOLERANCE));
  }

  @Test
  void allocatesLittleMoreThanTheAmplitudes() {
    int qubits = 19;
    RandomCircuits random = new RandomCircuits(new Random(3));
    CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
    for (int qubit = 0; qubit < qubits; qubit++) {
      builder.gate(GateName.H, qubit);
    }
    random.addGates(builder, qubits, 30);
    SimulatedProgram program = program(builder.measureAll("c").build(), EngineName.STATEVECTOR);
    assertThat(program.qubits()).isEqualTo(qubits);
    ShotRequest request = new ShotRequest(random.row(), 100, KEY, Memory.DISCARD);
    program.run(request); // merges the gates
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    program.run(request);
    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(bytes / (16.0 * (1 << qubits))).isBetween(1.0, 1.1);
  }

  @Test
  void leavesVeryWideGatesToTheReference() {
    int qubits = 14;
    List<Integer> all = IntStream.range(0, qubits).boxed().toList();
    Circuit circuit =
        Circuit.builder(qubits)
            .gate(GateName.H, 0)
            .add(new GateCall(GateName.RX, qubits - 1, List.of(Angle.of(1)), all))
            .measureAll("c")
            .build();
    assertThatThrownBy(() -> program(circuit, EngineName.STATEVECTOR))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("14 qubits")
        .hasMessageContaining("at most 12");
    assertThat(program(circuit, EngineName.AUTO).choice().engine())
        .isNotEqualTo(EngineName.STATEVECTOR);
  }

  @Test
  void stopsSoonAfterAnInterrupt() {
    RandomCircuits random = new RandomCircuits(new Random(8));
    SimulatedProgram program = program(randomCircuit(random, 10, 30), EngineName.STATEVECTOR);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> program.run(new ShotRequest(random.row(), 10, KEY, Memory.DISCARD)))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }
}

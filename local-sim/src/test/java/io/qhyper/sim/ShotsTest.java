package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.oracle.DenseSimulator;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShotsTest {
  private static final StreamKey KEY = StreamKey.of(2026, Purpose.SAMPLING);

  @Test
  void followTheDistributionOfRandomCircuits() {
    for (int seed = 0; seed < 20; seed++) {
      RandomCircuits circuits = new RandomCircuits(new Random(seed));
      Circuit circuit = randomCircuit(circuits, 4);
      double[] row = circuits.row();
      ShotResult result =
          Programs.of(circuit).run(new ShotRequest(row, 20_000, KEY, Memory.DISCARD));
      Statistics.assertDrawnFrom(
          DenseSimulator.distribution(circuit, Binding.of(RandomCircuits.PARAMETERS, row)),
          Programs.values(result.counts().get("c")),
          "seed " + seed);
    }
  }

  @Test
  void fillEveryRegisterInOrderOfDeclaration() {
    Circuit circuit =
        Circuit.builder(3)
            .gate(GateName.X, 0)
            .gate(GateName.X, 2)
            .register("zeta", 2)
            .register("idle", 3)
            .register("alpha", 70)
            .add(new Measure(2, 1))
            .add(new Measure(0, 5 + 69))
            .add(new Measure(0, 5))
            .build();
    ShotResult result =
        Programs.of(circuit).run(new ShotRequest(new double[0], 10, KEY, Memory.KEEP));
    assertThat(result.counts().keySet()).containsExactly("zeta", "idle", "alpha");
    assertThat(result.memory().keySet()).containsExactly("zeta", "idle", "alpha");
    assertThat(result.counts().get("zeta").count(BitString.parse("10"))).isEqualTo(10);
    assertThat(result.counts().get("idle").count(BitString.parse("000"))).isEqualTo(10);
    assertThat(result.memory().get("alpha").get(3))
        .isEqualTo(BitString.parse("1" + "0".repeat(68) + "1"));
  }

  @Test
  void keepMemoryThatAddsUpToTheCounts() {
    SimulatedProgram program = Programs.of(ghz(70, 66));
    ShotResult kept = program.run(new ShotRequest(new double[0], 3000, KEY, Memory.KEEP));
    ShotResult discarded = program.run(new ShotRequest(new double[0], 3000, KEY, Memory.DISCARD));
    assertThat(kept.memory().get("c").counts()).isEqualTo(kept.counts().get("c"));
    assertThat(kept.memory().get("c").shots()).isEqualTo(3000);
    assertThat(discarded.counts()).isEqualTo(kept.counts());
    assertThat(discarded.memory()).isEmpty();
    assertThat(kept.counts().get("c").distinct()).isEqualTo(2);
  }

  @Test
  void doNotDependOnThreadsOrGrouping() {
    RandomCircuits circuits = new RandomCircuits(new Random(8));
    SimulatedProgram program = Programs.of(randomCircuit(circuits, 5));
    List<ShotRequest> requests = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      requests.add(new ShotRequest(circuits.row(), 100 + 300 * i, KEY.withCircuit(i), Memory.KEEP));
    }
    List<String> alone = requests.stream().map(program::run).map(ShotsTest::text).toList();
    for (int threads : new int[] {1, 2, 5}) {
      assertThat(program.run(requests, threads).stream().map(ShotsTest::text)).isEqualTo(alone);
    }
    List<ShotResult> halves = new ArrayList<>(program.run(requests.subList(0, 5), 2));
    halves.addAll(program.run(requests.subList(5, 12), 5));
    assertThat(halves.stream().map(ShotsTest::text)).isEqualTo(alone);
    assertThat(alone).doesNotHaveDuplicates();
  }

  @Test
  void canBeSplitAtTheBordersOfBlocks() {
    RandomCircuits circuits = new RandomCircuits(new Random(9));
    SimulatedProgram program = Programs.of(randomCircuit(circuits, 4));
    double[] row = circuits.row();
    ShotRecord whole = shots(program, row, 2500, KEY);
    ShotRecord first = shots(program, row, 1024, KEY);
    ShotRecord rest = shots(program, row, 2500 - 1024, KEY.withBlock(1));
    for (int shot = 0; shot < 2500; shot++) {
      assertThat(whole.get(shot)).isEqualTo(shot < 1024 ? first.get(shot) : rest.get(shot - 1024));
    }
  }

  @Test
  void needAClassicalRegister() {
    Circuit circuit = Circuit.builder(1).gate(GateName.H, 0).build();
    assertThatThrownBy(() -> Programs.of(circuit))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("no classical register");
  }

  @Test
  void refuseBadRequests() {
    SimulatedProgram program = Programs.of(ghz(2, 2));
    assertThatThrownBy(() -> new ShotRequest(new double[0], 0, KEY, Memory.KEEP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 0");
    assertThatThrownBy(() -> program.run(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads must be at least 1, got 0");
    ShotRequest wrong = new ShotRequest(new double[1], 1, KEY, Memory.KEEP);
    assertThatThrownBy(() -> program.run(List.of(wrong), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 parameters");
    assertThat(program.run(List.of(), 2)).isEmpty();
  }

  private static ShotRecord shots(
      SimulatedProgram program, double[] row, int shots, StreamKey key) {
    return program.run(new ShotRequest(row, shots, key, Memory.KEEP)).memory().get("c");
  }

  private static Circuit randomCircuit(RandomCircuits circuits, int qubits) {
    CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
    for (int qubit = 0; qubit < qubits; qubit++) {
      builder.gate(GateName.H, qubit);
    }
    circuits.addGates(builder, qubits, 15);
    return builder.measureAll("c").build();
  }

  /** A GHZ state on the first three of many qubits, read into the bits from {@code first} on. */
  private static Circuit ghz(int width, int first) {
    CircuitBuilder builder =
        Circuit.builder(3)
            .gate(GateName.H, 0)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.CX, 1, 2)
            .register("c", width + 3);
    for (int qubit = 0; qubit < 3; qubit++) {
      builder.add(new Measure(qubit, first - 2 + qubit));
    }
    return builder.build();
  }

  private static String text(ShotResult result) {
    StringBuilder text = new StringBuilder(result.counts().toString());
    ShotRecord memory = result.memory().get("c");
    for (int shot = 0; shot < memory.shots(); shot++) {
      text.append(' ').append(memory.get(shot));
    }
    return text.toString();
  }
}

package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Condition;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Reset;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.oracle.DenseSimulator;
import io.qhyper.sim.oracle.RandomCircuits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MidCircuitTest {
  private static final StreamKey KEY = StreamKey.of(77, Purpose.SAMPLING);

  @Test
  void followsEveryBranchOfRandomPrograms() {
    for (int seed = 0; seed < 80; seed++) {
      RandomProgram program = randomProgram(seed);
      assertFollowsOracle(program.circuit(), program.row(), "seed " + seed);
    }
  }

  /** A program that measures, resets and branches on the way, with a row for it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record RandomProgram(Circuit circuit, double[] row) {}

  static RandomProgram randomProgram(int seed) {
    Random random = new Random(seed);
    RandomCircuits circuits = new RandomCircuits(random);
    int qubits = 2 + seed % 3;
    CircuitBuilder builder =
        Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS).register("c", 4);
    circuits.addGates(builder, qubits, 4);
    for (int k = 0; k < 8; k++) {
      builder.add(step(random, circuits, qubits, 2));
    }
    circuits.addGates(builder, qubits, 2);
    builder.add(new Measure(0, random.nextInt(4))).add(new Measure(1, random.nextInt(4)));
    return new RandomProgram(builder.build(), circuits.row());
  }

  private static Instruction step(Random random, RandomCircuits circuits, int qubits, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 5)) {
      case 0, 1 -> new Measure(random.nextInt(qubits), random.nextInt(4));
      case 2 -> new Reset(random.nextInt(qubits));
      case 3, 4 -> circuits.gate(qubits);
      default -> {
        List<Instruction> then = new ArrayList<>();
        List<Instruction> otherwise = new ArrayList<>();
        then.add(step(random, circuits, qubits, depth - 1));
        then.add(step(random, circuits, qubits, depth - 1));
        if (random.nextBoolean()) {
          otherwise.add(step(random, circuits, qubits, depth - 1));
        }
        yield new Conditional(condition(random), then, otherwise);
      }
    };
  }

  private static Condition condition(Random random) {
    Condition bit = new Condition.Bit(random.nextInt(4));
    ClassicalRegister register = new ClassicalRegister("c", 0, 4);
    Condition equals =
        new Condition.RegisterEquals(register, BigInteger.valueOf(random.nextInt(16)));
    return switch (random.nextInt(4)) {
      case 0 -> bit;
      case 1 -> new Condition.Not(equals);
      case 2 -> new Condition.And(bit, new Condition.Not(equals));
      default -> new Condition.Or(bit, equals);
    };
  }

  @Test
  void teleportsAState() {
    double theta = 0.7;
    Circuit circuit =
        Circuit.builder(3)
            .register("m", 2)
            .register("out", 1)
            .gate(GateName.RY, Angle.of(theta), 0)
            .gate(GateName.H, 1)
            .gate(GateName.CX, 1, 2)
            .gate(GateName.CX, 0, 1)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .add(new Measure(1, 1))
            .add(when(1, GateName.X, 2))
            .add(when(0, GateName.Z, 2))
            .gate(GateName.RY, Angle.of(-theta), 2)
            .add(new Measure(2, 2))
            .build();
    ShotResult result =
        Programs.of(circuit).run(new ShotRequest(new double[0], 5000, KEY, Memory.DISCARD));
    assertThat(result.counts().get("out").count(BitString.parse("0"))).isEqualTo(5000);
    assertThat(result.counts().get("m").distinct()).isEqualTo(4);
  }

  @Test
  void repeatsAMeasurementWithTheSameOutcome() {
    Circuit circuit =
        Circuit.builder(1)
            .register("c", 2)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .gate(GateName.X, 0)
            .add(new Measure(0, 1))
            .build();
    ShotResult result =
        Programs.of(circuit).run(new ShotRequest(new double[0], 4000, KEY, Memory.DISCARD));
    assertThat(Programs.values(result.counts().get("c"))).containsOnlyKeys(1L, 2L);
  }

  @Test
  void overwritesABitWithTheOutcomeOfAnIdleQubit() {
    Circuit circuit =
        Circuit.builder(2)
            .register("c", 2)
            .gate(GateName.X, 0)
            .add(new Measure(0, 0))
            .add(new Measure(1, 0))
            .add(new Measure(0, 1))
            .build();
    ShotResult result =
        Programs.of(circuit).run(new ShotRequest(new double[0], 10, KEY, Memory.DISCARD));
    assertThat(Programs.values(result.counts().get("c"))).containsExactly(Map.entry(2L, 10L));
  }

  @Test
  void reusesAQubitManyTimes() {
    CircuitBuilder builder = Circuit.builder(1).register("c", 100);
    for (int bit = 0; bit < 100; bit++) {
      builder
          .add(new Reset(0))
          .gate(GateName.RY, Angle.of(Math.PI / 3), 0)
          .add(new Measure(0, bit));
    }
    ShotRecord shots =
        Programs.of(builder.build())
            .run(new ShotRequest(new double[0], 2000, KEY, Memory.KEEP))
            .memory()
            .get("c");
    for (int bit = 0; bit < 100; bit++) {
      int ones = 0;
      for (int shot = 0; shot < 2000; shot++) {
        ones += shots.get(shot).bit(bit) ? 1 : 0;
      }
      // Binomial(2000, sin²(π/6) = 1/4) has deviation 19.4; 5.5 of them.
      assertThat(ones).as("bit %d", bit).isBetween(500 - 107, 500 + 107);
    }
  }

  @Test
  void keepsSplitsAndThreadsOutOfTheResult() {
    Circuit circuit =
        Circuit.builder(2)
            .register("c", 2)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .add(when(0, GateName.H, 1))
            .add(new Measure(1, 1))
            .build();
    SimulatedProgram program = Programs.of(circuit);
    List<ShotRequest> requests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      requests.add(new ShotRequest(new double[0], 1500, KEY.withCircuit(i), Memory.DISCARD));
    }
    List<ShotResult> alone = requests.stream().map(program::run).toList();
    assertThat(program.run(requests, 2)).isEqualTo(alone);
    assertThat(program.run(requests, 5)).isEqualTo(alone);
    ShotRecord whole = memory(program, 1500, KEY);
    ShotRecord rest = memory(program, 1500 - 1024, KEY.withBlock(1));
    for (int shot = 1024; shot < 1500; shot++) {
      assertThat(whole.get(shot)).isEqualTo(rest.get(shot - 1024));
    }
  }

  private static ShotRecord memory(SimulatedProgram program, int shots, StreamKey key) {
    return program.run(new ShotRequest(new double[0], shots, key, Memory.KEEP)).memory().get("c");
  }

  private static Conditional when(int bit, GateName gate, int qubit) {
    return new Conditional(
        new Condition.Bit(bit), List.of(GateCall.of(gate, List.of(), qubit)), List.of());
  }

  private static void assertFollowsOracle(Circuit circuit, double[] row, String description) {
    ShotResult result = Programs.of(circuit).run(new ShotRequest(row, 10_000, KEY, Memory.DISCARD));
    Statistics.assertDrawnFrom(
        DenseSimulator.distribution(circuit, Binding.of(RandomCircuits.PARAMETERS, row)),
        Programs.values(result.counts().get("c")),
        description);
  }
}

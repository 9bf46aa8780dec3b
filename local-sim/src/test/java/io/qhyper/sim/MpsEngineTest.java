package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Measure;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.oracle.DenseSimulator;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MpsEngineTest {
  private static final SimulationOptions MPS = SimulationOptions.DEFAULT.withEngine(EngineName.MPS);
  private static final SimulationOptions REFERENCE =
      SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE);
  private static final StreamKey KEY = StreamKey.of(2026, Purpose.SAMPLING);
  private static final double ROUNDING = 1e-12;
  private static final double[] NONE = {};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void agreesWithDenseMatricesOnRandomCircuits(int qubits) {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(1000 * qubits + seed);
      RandomCircuits circuits = new RandomCircuits(random);
      CircuitBuilder builder = Circuit.builder(qubits).parameters(RandomCircuits.PARAMETERS);
      circuits.addGates(builder, qubits, 12);
      int width = qubits + 2;
      builder.register("other", 3).register("c", width);
      random
          .ints(0, width)
          .distinct()
          .limit(qubits)
          .forEach(bit -> builder.add(new Measure(random.nextInt(qubits), 3 + bit)));
      Circuit circuit = builder.build();
      double[] row = circuits.row();

      double[] probabilities = SimulatedProgram.of(circuit, MPS).exact("c").probabilities(row);

      Map<Long, Double> expected =
          DenseSimulator.distribution(circuit, Binding.of(RandomCircuits.PARAMETERS, row));
      for (int value = 0; value < 1 << width; value++) {
        assertThat(probabilities[value])
            .as("qubits %d, seed %d, value %d", qubits, seed, value)
            .isCloseTo(expected.getOrDefault((long) value << 3, 0.0), within(ROUNDING));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 10, 12})
  void agreesWithTheReferenceOnDeepCircuitsOverScatteredQubits(int qubits) {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(77 * qubits + seed);
      RandomCircuits circuits = new RandomCircuits(random);
      CircuitBuilder builder = Circuit.builder(3 * qubits).parameters(RandomCircuits.PARAMETERS);
      List<Integer> places = new ArrayList<>(IntStream.range(0, 3 * qubits).boxed().toList());
      Collections.shuffle(places, random);
      for (int gate = 0; gate < 5 * qubits; gate++) {
        GateCall call = circuits.gate(qubits);
        List<Integer> on = call.qubits().stream().map(places::get).toList();
        builder.add(new GateCall(call.gate(), call.controls(), call.angles(), on));
      }
      builder.register("c", qubits);
      IntStream.range(0, qubits).forEach(bit -> builder.add(new Measure(places.get(bit), bit)));
      Circuit circuit = builder.build();
      double[] row = circuits.row();

      assertThat(SimulatedProgram.of(circuit, MPS).exact("c").probabilities(row))
          .as("qubits %d, seed %d", qubits, seed)
          .containsExactly(
              SimulatedProgram.of(circuit, REFERENCE).exact("c").probabilities(row),
              within(ROUNDING));
    }
  }

  @Test
  void drawsShotsFromTheDistribution() {
    for (int seed = 0; seed < 12; seed++) {
      RandomCircuits circuits = new RandomCircuits(new Random(seed));
      CircuitBuilder builder = Circuit.builder(6).parameters(RandomCircuits.PARAMETERS);
      circuits.addGates(builder, 6, 25);
      Circuit circuit = builder.measureAll("c").build();
      double[] row = circuits.row();
      ShotResult result =
          SimulatedProgram.of(circuit, MPS).run(new ShotRequest(row, 20_000, KEY, Memory.DISCARD));
      Statistics.assertDrawnFrom(
          DenseSimulator.distribution(circuit, Binding.of(RandomCircuits.PARAMETERS, row)),
          Programs.values(result.counts().get("c")),
          "seed " + seed);
    }
  }

  @Test
  void drawsTheSameForAnyThreadsAndGrouping() {
    SimulatedProgram program =
        SimulatedProgram.of(Brickworks.of(70, 4, new Random(1), 2 * Math.PI), MPS);
    List<ShotRequest> requests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      requests.add(
          new ShotRequest(new double[0], 100 + 500 * i, KEY.withCircuit(i), Memory.DISCARD));
    }
    List<ShotResult> alone = requests.stream().map(program::run).toList();
    assertThat(program.run(requests, 3)).isEqualTo(alone);
    assertThat(program.run(requests.subList(2, 6), 2)).isEqualTo(alone.subList(2, 6));
    assertThat(alone.stream().map(ShotResult::counts)).doesNotHaveDuplicates();
  }

  @Test
  void drawsBlocksApart() {
    SimulatedProgram program =
        SimulatedProgram.of(Brickworks.of(70, 4, new Random(2), 2 * Math.PI), MPS);
    ShotRecord whole = shots(program, 2500, KEY);
    ShotRecord first = shots(program, 1024, KEY);
    ShotRecord rest = shots(program, 2500 - 1024, KEY.withBlock(1));
    for (int shot = 0; shot < 2500; shot++) {
      assertThat(whole.get(shot)).isEqualTo(shot < 1024 ? first.get(shot) : rest.get(shot - 1024));
    }
  }

  private static ShotRecord shots(SimulatedProgram program, int shots, StreamKey key) {
    return program.run(new ShotRequest(new double[0], shots, key, Memory.KEEP)).memory().get("c");
  }

  @Test
  void keepsTheDiscardedWeightAndItsBound() {
    for (int bond : new int[] {1, 3, 64}) {
      for (int seed = 0; seed < 2; seed++) {
        Circuit circuit = Brickworks.of(9, 8, new Random(seed), 2 * Math.PI);
        double[] exact = SimulatedProgram.of(circuit, REFERENCE).exact("c").probabilities(NONE);
        SimulatedProgram program = SimulatedProgram.of(circuit, MPS.withMaxBond(bond));

        double[] cut = program.exact("c").probabilities(NONE);
        Approximation approximation = program.approximation(NONE);

        double distance = 0;
        for (int i = 0; i < cut.length; i++) {
          distance += Math.abs(cut[i] - exact[i]) / 2;
        }
        String description = "bond " + bond + ", seed " + seed + ": " + approximation;
        assertThat(distance)
            .as(description)
            .isLessThanOrEqualTo(approximation.errorBound() + ROUNDING);
        assertThat(approximation.discardedWeight()).as(description).isBetween(0.0, 1.0);
        if (bond == 64) {
          assertThat(approximation).isEqualTo(Approximation.EXACT);
        } else if (bond == 1) {
          assertThat(distance).as(description).isPositive();
        }
      }
    }
  }

  @Test
  void followsAPathThroughScatteredQubits() {
    List<Integer> places = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
    Collections.shuffle(places, new Random(4));
    CircuitBuilder builder = Circuit.builder(60).gate(GateName.H, places.get(0));
    for (int i = 0; i < 59; i++) {
      builder.gate(GateName.CX, places.get(i), places.get(i + 1));
      builder.gate(GateName.SWAP, places.get(i), places.get(i + 1));
      builder.gate(GateName.SWAP, places.get(i), places.get(i + 1));
    }
    SimulatedProgram program = SimulatedProgram.of(builder.measureAll("c").build(), MPS);
    assertThat(program.choice().candidates())
        .filteredOn(candidate -> candidate.engine() == EngineName.MPS)
        .allSatisfy(
            candidate -> assertThat(candidate.method()).contains("60 sites, bonds of up to 2 "));
    assertThat(
            program
                .run(new ShotRequest(NONE, 3000, KEY, Memory.DISCARD))
                .counts()
                .get("c")
                .distinct())
        .isEqualTo(2);
  }

  @Test
  void refusesWhatItCannotDo() {
    Circuit goesOn =
        Circuit.builder(1)
            .register("c", 1)
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .gate(GateName.H, 0)
            .add(new Measure(0, 0))
            .build();
    assertThatThrownBy(() -> SimulatedProgram.of(goesOn, MPS))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("only measure at their end");
    Circuit tangled = Brickworks.of(60, 40, new Random(1), 2 * Math.PI);
    assertThatThrownBy(
            () ->
                SimulatedProgram.of(tangled, MPS, 1 << 20)
                    .run(new ShotRequest(NONE, 1, KEY, Memory.DISCARD)))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("matrix product state")
        .hasMessageContaining("--max-bond");
  }

  @Test
  void hasTheGradientsOfTheReferenceUnlessBondsAreLimited() {
    RandomCircuits circuits = new RandomCircuits(new Random(11));
    CircuitBuilder builder = Circuit.builder(4).parameters(RandomCircuits.PARAMETERS);
    circuits.addGates(builder, 4, 20);
    Circuit circuit = builder.measureAll("c").build();
    double[] row = circuits.row();
    double[] loss = new Random(12).doubles(16).toArray();
    ExpectationGradient expected =
        SimulatedProgram.of(circuit, REFERENCE).exact("c").gradient(row, loss);
    RegisterDistribution exact = SimulatedProgram.of(circuit, MPS).exact("c");
    assertThat(exact.expectation(row, loss)).isCloseTo(expected.value(), within(ROUNDING));
    assertThat(exact.gradient(row, loss).gradient())
        .containsExactly(expected.gradient(), within(ROUNDING));
    RegisterDistribution cut = SimulatedProgram.of(circuit, MPS.withMaxBond(1)).exact("c");
    assertThatThrownBy(() -> cut.gradient(row, loss))
        .isInstanceOf(UnsupportedProgramException.class)
        .hasMessageContaining("--max-bond");
  }
}

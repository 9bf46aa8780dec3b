package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.DeadGates;
import io.qhyper.compile.GateFacts;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.Factors;
import io.qhyper.sim.line.RegisterMap;
import io.qhyper.sim.line.Settings;
import io.qhyper.sim.line.Trace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinePlanTest {
  private final Random random = new Random(4);

  private static LinePlan plan(Circuit circuit) {
    return new LinePlan(Planner.plan(circuit));
  }

  @Test
  void brickworkOfFourLayersHasTwoTermsWhereOneLayerCrosses() {
    for (int qubits : new int[] {10, 17, 20, 24}) {
      LinePlan plan = plan(new Brickwork(qubits, 4).circuit());
      assertThat(plan.choice().crossings()).as("%d qubits", qubits).isEqualTo(1);
      assertThat(Math.abs(2 * plan.choice().cut() - qubits)).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void gatesThatChangeNothingMeasuredAreLeftOut() {
    Circuit whole = new Brickwork(17, 4).circuit();
    Circuit live = DeadGates.remove(whole).circuit();
    assertThat(MergedCircuit.of(17, BasicGates.of(Planner.plan(whole).prefix())).steps())
        .hasSameSizeAs(MergedCircuit.of(17, BasicGates.of(Planner.plan(live).prefix())).steps())
        .hasSize(4 * 17 + 3 * 8 - 3); // an end of each layer of pairs stays alone
  }

  @ParameterizedTest
  @ValueSource(strings = {"cz", "ecr"})
  void deviceTextOnScatteredQubitsHasTheCutAndDistributionOfTheLogicalText(String pair) {
    Circuit logical = DeadGates.remove(new Brickwork(9, 4).circuit()).circuit();
    List<Integer> labels = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
    Collections.shuffle(labels, random);
    CompiledCircuit compiled =
        IsaCompiler.compile(logical, device(pair, labels), CompileOptions.DEFAULT);

    LinePlan plan = plan(compiled.circuit());
    assertThat(plan.choice().crossings()).isEqualTo(plan(logical).choice().crossings());
    assertThat(SimulatedProgram.of(compiled.circuit()).choice().engine())
        .isEqualTo(EngineName.LINE);
    double[] row = random.doubles(logical.parameters().size(), -3, 3).toArray();
    double[] live = compiled.live().stream().mapToDouble(k -> row[k]).toArray();
    assertThat(Programs.on(EngineName.LINE, compiled.circuit()).exact("c").probabilities(live))
        .containsExactly(Programs.of(logical).exact("c").probabilities(row), within(1e-13));
  }

  /** A device whose couplings form one line through labels in any order. */
  private static Target device(String pair, List<Integer> labels) {
    Map<String, Map<List<Integer>, GateFacts>> gates = new LinkedHashMap<>();
    for (String name : List.of("rz", "sx", "x")) {
      gates.put(name, new LinkedHashMap<>());
      labels.forEach(label -> gates.get(name).put(List.of(label), GateFacts.UNKNOWN));
    }
    gates.put(pair, new LinkedHashMap<>());
    for (int i = 0; i + 1 < labels.size(); i++) {
      gates.get(pair).put(List.of(labels.get(i), labels.get(i + 1)), GateFacts.UNKNOWN);
    }
    OptionalDouble none = OptionalDouble.empty();
    TargetQubit qubit = new TargetQubit(none, none, none, none, none, none, true);
    return new Target(
        "line",
        "1",
        Collections.nCopies(labels.size(), qubit),
        gates,
        Set.of("measure", "reset", "delay"),
        none);
  }

  @Test
  void flippedRotationsTurnTheOtherWay() {
    CircuitBuilder straight = Circuit.builder(3);
    CircuitBuilder flipped = Circuit.builder(3);
    BitSet flips = new BitSet();
    GateName[] names = {GateName.RX, GateName.RY, GateName.RZ, GateName.RZZ, GateName.RXX};
    for (int i = 0; i < 40; i++) {
      GateName name = names[random.nextInt(names.length)];
      int qubit = random.nextInt(3);
      Integer[] qubits =
          name.qubitCount() == 1 ? new Integer[] {qubit} : new Integer[] {qubit, (qubit + 1) % 3};
      double angle = random.nextDouble() * 6 - 3;
      boolean flip = random.nextBoolean();
      flips.set(i, flip);
      straight.gate(name, Angle.of(angle), qubits);
      flipped.gate(name, Angle.of(flip ? -angle : angle), qubits);
    }
    LinePlan plan = plan(straight.measureAll("c").build());
    LinePlan expected = plan(flipped.measureAll("c").build());
    double[] none = {};
    Settings straightNumbers = plan.settings(none);
    Settings numbers = plan.flipped(straightNumbers, none, flips);
    Settings wanted = expected.settings(none);
    assertThat(numbers.turns()).containsExactly(wanted.turns(), within(1e-15));
    assertThat(numbers.couplings()).containsExactly(wanted.couplings(), within(1e-15));
  }

  @Test
  void aTraceLeadsToTheSameStateAsTheWholeWay() {
    Circuit circuit = new Brickwork(9, 4).circuit();
    Plan gates = Planner.plan(circuit);
    LinePlan plan = new LinePlan(gates);
    BondCut cut = plan.cut();
    double[] row = random.doubles(circuit.parameters().size(), -3, 3).toArray();
    Settings straight = plan.settings(row);
    Trace trace = cut.trace(straight);
    RegisterMap map =
        new RegisterMap(IntStream.range(0, 9).map(q -> 1 << q).toArray(), cut.lowQubits());
    for (int flip = 0; flip < gates.prefix().size(); flip++) {
      BitSet flips = new BitSet();
      flips.set(flip);
      Settings numbers = plan.flipped(straight, row, flips);
      assertThat(table(cut.prepare(numbers, trace), map))
          .as("gate %d", flip)
          .isEqualTo(table(cut.prepare(numbers), map));
    }
    assertThat(table(trace.factors(), map)).isEqualTo(table(cut.prepare(straight), map));
  }

  @Test
  void theSamplerOfFewDrawsTheSameStates() {
    Circuit circuit = new Brickwork(9, 4).circuit();
    LinePlan plan = plan(circuit);
    double[] row = random.doubles(circuit.parameters().size(), -3, 3).toArray();
    Factors factors = plan.cut().prepare(plan.settings(row));
    StreamKey key = StreamKey.of(8, Purpose.SAMPLING);
    int[][] many = new int[2][500];
    int[][] few = new int[2][500];
    factors.sampler().draw(key.open(), many[0], many[1]);
    factors.samplerOfFew().draw(key.open(), few[0], few[1]);
    assertThat(few).isDeepEqualTo(many);
  }

  private static double[] table(Factors factors, RegisterMap map) {
    double[] table = new double[1 << 9];
    factors.addProbabilities(table, map);
    return table;
  }

  @Test
  void aPathIsWalkedFromTheEndThatShowsInTheLowerBit() {
    int[][] path = {{2}, {2, 3}, {0, 1}, {1}};
    assertThat(LineOrder.of(path, new int[] {5, 1, 2, 3})).containsExactly(3, 1, 2, 0);
    assertThat(LineOrder.of(path, new int[] {0, 1, 2, 3})).containsExactly(0, 2, 1, 3);
    int[][] parts = {{3}, {}, {}, {0}};
    assertThat(LineOrder.of(parts, new int[] {3, 0, 2, 1})).containsExactly(1, 3, 0, 2);
  }
}

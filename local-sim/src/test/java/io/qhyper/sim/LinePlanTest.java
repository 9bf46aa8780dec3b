package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.DeadGates;
import io.qhyper.compile.GateFacts;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import io.qhyper.compile.TargetQubit;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.Factors;
import io.qhyper.sim.line.RegisterMap;
import io.qhyper.sim.line.Settings;
import io.qhyper.sim.line.Trace;
import java.util.ArrayList;
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
    for (int flip = 0; flip < row.length; flip++) {
      double[] other = row.clone();
      other[flip] = -other[flip];
      Settings numbers = plan.settings(other, row, straight);
      assertThat(numbers.turns()).isEqualTo(plan.settings(other).turns());
      assertThat(table(cut.prepare(numbers, trace), map))
          .as("parameter %d", flip)
          .isEqualTo(table(cut.prepare(numbers), map));
    }
    assertThat(table(trace.factors(), map)).isEqualTo(table(cut.prepare(straight), map));
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

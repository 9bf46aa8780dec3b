package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.testing.HeavyHex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineSearchTest {
  private static final double ROUNDING = 1e-9;

  @Test
  void findsWhatTryingAllLinesFinds() {
    for (int seed = 1; seed <= 6; seed++) {
      for (Target target : List.of(HeavyHex.heron(seed, 2, 7), HeavyHex.eagle(seed, 3, 5))) {
        LineCosts costs = costs(target, 6 + seed % 3);
        double least = leastOfAll(costs, new ArrayList<>());

        LineSearch.Found found = LineSearch.best(costs).orElseThrow();

        assertThat(found.isProved()).isTrue();
        assertThat(found.cost()).isCloseTo(least, within(ROUNDING));
        assertThat(costs.of(found.qubits())).isCloseTo(least, within(ROUNDING));
      }
    }
  }

  @Test
  void provesLinesOf30QubitsOn156() {
    LineSearch.Found found = LineSearch.best(costs(HeavyHex.heron(5, 8, 16), 30)).orElseThrow();

    assertThat(found.isProved()).isTrue();
    assertThat(found.bound()).isEqualTo(found.cost());
  }

  @Test
  void findsLinesOf100QubitsOn156NotFarAboveTheBound() {
    for (Target target : List.of(HeavyHex.heron(5, 8, 16), HeavyHex.eagle(6, 8, 16))) {
      LineCosts costs = costs(target, 100);

      LineSearch.Found found = LineSearch.best(costs).orElseThrow();

      assertThat(target.qubits()).hasSize(156);
      assertCoupled(found.qubits(), costs.device());
      assertThat(found.bound()).isLessThanOrEqualTo(found.cost());
      assertThat(found.cost()).isLessThan(1.3 * found.bound());
    }
  }

  @Test
  void leavesOutFaultyParts() {
    Target target = HeavyHex.heron(9, 2, 7);
    LineSearch.Found free = LineSearch.best(costs(target, 8)).orElseThrow();
    int first = free.qubits()[2];
    int second = free.qubits()[3];
    int unreadable = free.qubits()[6];
    GateFacts broken = new GateFacts(OptionalDouble.of(1), OptionalDouble.empty(), true);
    Target faulty = HeavyHex.with(target, "cz", List.of(first, second), broken);
    faulty = HeavyHex.with(faulty, "cz", List.of(second, first), broken);
    TargetQubit qubit = target.qubits().get(unreadable);
    faulty =
        HeavyHex.with(
            faulty,
            unreadable,
            new TargetQubit(
                qubit.t1(),
                qubit.t2(),
                OptionalDouble.of(0.5),
                qubit.prob0Given1(),
                qubit.prob1Given0(),
                qubit.readoutLength(),
                true));

    int[] line = LineSearch.best(costs(faulty, 8)).orElseThrow().qubits();

    for (int i = 0; i < line.length; i++) {
      assertThat(line[i]).isNotEqualTo(unreadable);
      assertThat(i > 0 && Set.of(line[i - 1], line[i]).equals(Set.of(first, second))).isFalse();
    }
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(LineSearch.best(costs(HeavyHex.heron(1, 1, 5), 6))).isEmpty();
  }

  private static LineCosts costs(Target target, int length) {
    List<Instruction> steps = new ArrayList<>();
    for (Instruction step :
        DeadGates.remove(new Brickwork(length, 4).circuit()).circuit().instructions()) {
      steps.addAll(step instanceof GateCall call ? Decomposition.of(call) : List.of(step));
    }
    return new LineCosts(steps, length, new DeviceGraph(target, NativeGates.STANDARD));
  }

  private static double leastOfAll(LineCosts costs, List<Integer> line) {
    if (line.size() == costs.length()) {
      return costs.of(line.stream().mapToInt(Integer::intValue).toArray());
    }
    double least = Double.POSITIVE_INFINITY;
    for (int qubit = 0; qubit < costs.device().qubits(); qubit++) {
      boolean isNext =
          line.isEmpty() || Double.isFinite(costs.device().cost(line.get(line.size() - 1), qubit));
      if (isNext && !line.contains(qubit)) {
        line.add(qubit);
        least = Math.min(least, leastOfAll(costs, line));
        line.remove(line.size() - 1);
      }
    }
    return least;
  }

  private static void assertCoupled(int[] line, DeviceGraph device) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < line.length; i++) {
      assertThat(seen.add(line[i])).isTrue();
      assertThat(i == 0 || device.entangler(line[i - 1], line[i]).isPresent()).isTrue();
    }
  }
}

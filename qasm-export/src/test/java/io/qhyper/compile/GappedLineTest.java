package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.testing.Compact;
import io.qhyper.testing.DenseOracle;
import io.qhyper.testing.HeavyHex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines on devices that have none as long. */
class GappedLineTest {
  private static final GateFacts BROKEN =
      new GateFacts(OptionalDouble.of(1), OptionalDouble.empty(), true);

  @Test
  void keepsTheDistributionWithFewSwaps() {
    // Two rows of five and one bridge: no line of ten.
    Random random = new Random(8);
    for (Target target : List.of(HeavyHex.heron(1, 2, 5), HeavyHex.eagle(2, 2, 5))) {
      Circuit circuit = new Brickwork(10, 3).circuit();
      double[] row = random.doubles(circuit.parameters().size(), -3, 3).toArray();

      CompiledCircuit compiled = IsaCompiler.compile(circuit, target, CompileOptions.DEFAULT);

      assertThat(IsaCheck.violations(compiled.circuit(), target)).isEmpty();
      assertThat(compiled.report().layoutSource()).isEqualTo(LayoutSource.LINE_WITH_GAPS);
      assertThat(compiled.report().swaps()).isBetween(1, 12);
      Circuit small = Compact.of(compiled.circuit());
      assertThat(
              DenseOracle.distance(
                  DenseOracle.distribution(circuit, Binding.of(circuit.parameters(), row)),
                  DenseOracle.distribution(
                      small, Binding.of(small.parameters(), compiled.liveValues(row)))))
          .as("on %s", target.name())
          .isLessThan(1e-10);
    }
  }

  @Test
  void laysLongLinesOnLargeDevicesWithManyFaults() {
    Target target = HeavyHex.heron(2, 8, 16);
    List<List<Integer>> pairs = new ArrayList<>(target.sites("cz").keySet());
    pairs.removeIf(pair -> pair.get(0) > pair.get(1));
    Collections.shuffle(pairs, new Random(2));
    for (List<Integer> pair : pairs.subList(0, 20)) {
      target = HeavyHex.with(target, "cz", pair, BROKEN);
      target = HeavyHex.with(target, "cz", List.of(pair.get(1), pair.get(0)), BROKEN);
    }

    CompiledCircuit compiled =
        IsaCompiler.compile(new Brickwork(120, 4).circuit(), target, CompileOptions.DEFAULT);

    assertThat(IsaCheck.violations(compiled.circuit(), target)).isEmpty();
    assertThat(compiled.report().layoutSource()).isEqualTo(LayoutSource.LINE_WITH_GAPS);
    // Placing qubit by qubit takes several hundred.
    assertThat(compiled.report().swaps()).isBetween(1, 250);
  }
}

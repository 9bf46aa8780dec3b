package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import io.qhyper.testing.DenseOracle;
import io.qhyper.testing.RandomCircuits;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadGatesRandomTest {
  @Test
  void leavesEveryDistributionAsItWas() {
    Random random = new Random(20261123);
    int dropped = 0;
    for (int run = 0; run < 300; run++) {
      RandomCircuits circuits = new RandomCircuits(random, 1 + random.nextInt(5), List.of());
      Circuit circuit = circuits.ofEverything(4 + random.nextInt(12));
      Circuit shorter = DeadGates.remove(circuit).circuit();
      assertThat(distance(circuit, shorter, Binding.NONE))
          .as("run %s: %s", run, circuit)
          .isLessThan(1e-12);
      dropped += circuit.flattened().instructions().size() - shorter.instructions().size();
    }
    assertThat(dropped).isGreaterThan(300);
  }

  @Test
  void callsOnlyThoseParametersDeadThatChangeNothing() {
    Random random = new Random(7);
    List<Parameter> parameters =
        List.of(new Parameter("a"), new Parameter("b"), new Parameter("d"));
    int dead = 0;
    for (int run = 0; run < 150; run++) {
      Circuit circuit =
          new RandomCircuits(random, 1 + random.nextInt(4), parameters).ofEverything(8);
      DeadGates.Removal removal = DeadGates.remove(circuit);
      double[] theta = random.doubles(3, -3, 3).toArray();
      Map<Long, Double> before = DenseOracle.distribution(circuit, Binding.of(parameters, theta));
      Map<Long, Double> shorter =
          DenseOracle.distribution(
              removal.circuit(),
              Binding.of(removal.circuit().parameters(), removal.liveValues(theta)));
      assertThat(DenseOracle.distance(before, shorter)).isLessThan(1e-12);
      for (Parameter parameter : removal.dead()) {
        double[] moved = theta.clone();
        moved[parameters.indexOf(parameter)] += 1 + random.nextDouble();
        Map<Long, Double> after = DenseOracle.distribution(circuit, Binding.of(parameters, moved));
        assertThat(DenseOracle.distance(before, after))
            .as("%s of %s", parameter, circuit)
            .isLessThan(1e-12);
        dead++;
      }
    }
    assertThat(dead).isGreaterThan(50);
  }

  private static double distance(Circuit a, Circuit b, Binding binding) {
    return DenseOracle.distance(
        DenseOracle.distribution(a, binding), DenseOracle.distribution(b, binding));
  }
}

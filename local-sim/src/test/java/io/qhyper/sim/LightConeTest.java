package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * At 156 qubits, against state vectors of the few qubits whose gates can reach the bits looked at:
 * the cone is found here, gate by gate from the end, and run on the reference engine.
 */
class LightConeTest {
  private static final int QUBITS = 156;
  private static final SimulationOptions MPS = SimulationOptions.DEFAULT.withEngine(EngineName.MPS);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void marginalsAndPairsAreThoseOfTheCone(int layers) {
    Circuit circuit = Brickworks.of(QUBITS, layers, new Random(layers), 2 * Math.PI);

    Marginals marginals =
        SimulatedProgram.of(circuit, MPS).outcomes("c", new double[0]).marginals();

    Random random = new Random(40 + layers);
    for (int sample = 0; sample < 20; sample++) {
      int low = random.nextInt(QUBITS - 4);
      int high = sample % 2 == 0 ? low + 1 + random.nextInt(3) : random.nextInt(QUBITS);
      double[] cone = cone(circuit, low, high);
      String pair = "bits " + low + " and " + high;
      assertThat(marginals.ones()[low]).as(pair).isCloseTo(cone[1] + cone[3], within(1e-12));
      assertThat(marginals.ones()[high]).as(pair).isCloseTo(cone[2] + cone[3], within(1e-12));
      assertThat(marginals.both()[low][high]).as(pair).isCloseTo(cone[3], within(1e-12));
      assertThat(marginals.both()[high][low]).as(pair).isEqualTo(marginals.both()[low][high]);
    }
  }

  @Test
  void samplesFollowTheConesWithinTheirErrors() {
    Circuit circuit = Brickworks.of(QUBITS, 4, new Random(9), 2 * Math.PI);
    int shots = 20_000;
    Counts counts =
        SimulatedProgram.of(circuit, MPS)
            .run(
                new ShotRequest(
                    new double[0], shots, StreamKey.of(5, Purpose.SAMPLING), Memory.DISCARD))
            .counts()
            .get("c");

    for (int low = 0; low < QUBITS; low += 20) {
      for (int high : new int[] {low + 1, Math.min(QUBITS - 1, low + 2), (low + 70) % QUBITS}) {
        double[] cone = cone(circuit, low, high);
        long[] seen = new long[4];
        for (int entry = 0; entry < counts.distinct(); entry++) {
          int value =
              (counts.bits(entry).bit(low) ? 1 : 0) + (counts.bits(entry).bit(high) ? 2 : 0);
          seen[value] += counts.count(entry);
        }
        for (int value = low == high ? 4 : 0; value < 4; value++) {
          // 96 comparisons; six standard errors are missed with probability 2e-9 each.
          double error = Math.sqrt(cone[value] * (1 - cone[value]) / shots);
          assertThat((double) seen[value] / shots)
              .as("bits %d and %d, value %d", low, high, value)
              .isCloseTo(cone[value], within(6 * error + 1e-9));
        }
      }
    }
  }

  /** The distribution of two bits from the gates that can reach them: bit low least significant. */
  private static double[] cone(Circuit circuit, int low, int high) {
    TreeSet<Integer> reached = new TreeSet<>(List.of(low, high));
    List<GateCall> gates = new ArrayList<>();
    List<Instruction> steps = circuit.instructions();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof GateCall call
          && call.qubits().stream().anyMatch(reached::contains)) {
        gates.add(0, call);
        reached.addAll(call.qubits());
      }
    }
    List<Integer> qubits = List.copyOf(reached);
    CircuitBuilder builder = Circuit.builder(qubits.size());
    for (GateCall call : gates) {
      builder.add(
          new GateCall(
              call.gate(),
              call.controls(),
              call.angles(),
              call.qubits().stream().map(qubits::indexOf).toList()));
    }
    builder.register("c", 2);
    builder.add(new Measure(qubits.indexOf(low), 0)).add(new Measure(qubits.indexOf(high), 1));
    return SimulatedProgram.of(
            builder.build(), SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE))
        .exact("c")
        .probabilities(new double[0]);
  }
}

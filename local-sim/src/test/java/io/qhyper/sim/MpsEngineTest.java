package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Measure;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.oracle.DenseSimulator;
import io.qhyper.sim.oracle.RandomCircuits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MpsEngineTest {
  private static final SimulationOptions MPS = SimulationOptions.DEFAULT.withEngine(EngineName.MPS);
  private static final SimulationOptions REFERENCE =
      SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE);
  private static final StreamKey KEY = StreamKey.of(2026, Purpose.SAMPLING);
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void agreesWithDenseMatricesOnRandomCircuits(int qubits) {
    for (int seed = 0; seed < 50; seed++) {
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
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(77 * qubits + seed);
      RandomCircuits circuits = new RandomCircuits(random);
      CircuitBuilder builder = Circuit.builder(3 * qubits).parameters(RandomCircuits.PARAMETERS);
      List<Integer> places = new ArrayList<>(IntStream.range(0, 3 * qubits).boxed().toList());
      Collections.shuffle(places, random);
      for (int gate = 0; gate < 10 * qubits; gate++) {
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
}

package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.sim.oracle.DenseNoise;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Runs test circuits under noise. */
final class NoisyPrograms {
  private static final StreamKey KEY = StreamKey.of(7, Purpose.SAMPLING);

  private NoisyPrograms() {}

  static SimulatedProgram of(Circuit circuit, NoiseModel model, NoiseMethod method) {
    return SimulatedProgram.of(
        circuit, SimulationOptions.DEFAULT.withNoise(new Noise(model, method)));
  }

  /** Asserts that shots of all registers together are drawn from the oracle's distribution. */
  static void assertShots(
      Circuit circuit, NoiseModel model, NoiseMethod method, double[] row, int shots) {
    Map<Long, Double> expected =
        DenseNoise.distribution(circuit, Binding.of(circuit.parameters(), row), model);
    assertShots(expected, circuit, model, method, row, shots);
  }

  static void assertShots(
      Map<Long, Double> expected,
      Circuit circuit,
      NoiseModel model,
      NoiseMethod method,
      double[] row,
      int shots) {
    SimulatedProgram program = of(circuit, model, method);
    assertThat(program.noise().orElseThrow().shots()).isEqualTo(method);
    ShotResult result = program.run(new ShotRequest(row, shots, KEY, Memory.KEEP));
    Map<Long, Long> counts = new HashMap<>();
    for (int shot = 0; shot < shots; shot++) {
      long bits = 0;
      for (ClassicalRegister register : circuit.registers()) {
        ShotRecord record = result.memory().get(register.name());
        bits |= record.get(shot).index() << register.offset();
      }
      counts.merge(bits, 1L, Long::sum);
    }
    Statistics.assertDrawnFrom(expected, counts, circuit + " under " + model);
  }

  /** Asserts that the averaged mean of a random loss agrees with the exact one within its error. */
  static void assertMean(
      Circuit circuit, NoiseModel model, NoiseMethod method, double[] row, Random random) {
    ClassicalRegister register = circuit.registers().get(0);
    double[] loss = random.doubles(1L << register.width(), -1, 3).toArray();
    double exact =
        of(circuit, model, NoiseMethod.DENSITY).exact(register.name()).expectation(row, loss);
    NoisyMean mean =
        of(circuit, model, method)
            .mean(register.name(), row, loss, new Precision(0.02, 8_192), KEY, 1);
    assertThat(mean.samples()).isBetween(2L, 8_192L);
    assertThat(mean.standardError()).isLessThan(0.05);
    // Exceeded by chance once in 10⁷ comparisons; equal values have no spread but rounding.
    assertThat(Math.abs(mean.mean() - exact))
        .as("%s of %s under %s", method, circuit, model)
        .isLessThan(5.3 * mean.standardError() + 1e-9);
  }
}

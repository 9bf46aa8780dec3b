package io.qhyper.bench;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.ExpectationGradient;
import io.qhyper.sim.RegisterDistribution;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * An exact expectation with its gradient; the losses are random, since their values cost nothing.
 */
final class GradientTask implements Task<ExpectationGradient> {
  private static final double STEP = 1e-4;
  private static final double DIFFERENCE_ERROR = 1e-7; // of central differences with that step

  @Override
  public Supplier<ExpectationGradient> prepare(Setting setting) {
    CircuitCase circuit = CircuitCase.of(setting);
    RegisterDistribution distribution = circuit.exact(setting.simulation());
    double[] row = circuit.row();
    double[] losses = losses(distribution.width());
    return () -> distribution.gradient(row, losses);
  }

  private static double[] losses(int bits) {
    UniformRandomProvider random = StreamKey.of(CircuitCase.SEED, Purpose.TRAINING_DATA).open();
    double[] losses = new double[1 << bits];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = random.nextDouble();
    }
    return losses;
  }

  @Override
  public void verify(Setting setting, ExpectationGradient result) {
    CircuitCase circuit = CircuitCase.of(setting);
    RegisterDistribution other =
        setting.qubits() <= StateTask.COMPARED_QUBITS
            ? circuit.reference()
            : circuit.exact(setting.simulation());
    double[] losses = losses(other.width());
    double[] row = circuit.row();
    Check.close("the expectation", result.value(), other.expectation(row, losses), 1e-11);
    for (int k : new int[] {0, row.length / 2, row.length - 1}) {
      double[] moved = row.clone();
      moved[k] = row[k] + STEP;
      double above = other.expectation(moved, losses);
      moved[k] = row[k] - STEP;
      double below = other.expectation(moved, losses);
      Check.close(
          "derivative " + k, result.gradient()[k], (above - below) / (2 * STEP), DIFFERENCE_ERROR);
    }
  }
}

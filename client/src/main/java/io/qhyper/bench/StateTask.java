package io.qhyper.bench;

import io.qhyper.sim.EngineName;
import io.qhyper.sim.RegisterDistribution;
import java.util.Arrays;
import java.util.function.Supplier;

/** All probabilities of the circuit. */
final class StateTask implements Task<double[]> {
  /** Up to so many qubits the reference is quick enough to compare with. */
  static final int COMPARED_QUBITS = 20;

  private static final double ROUNDING = 1e-12;

  @Override
  public Supplier<double[]> prepare(Setting setting) {
    CircuitCase circuit = CircuitCase.of(setting);
    RegisterDistribution distribution = circuit.exact(setting.simulation());
    double[] row = circuit.row();
    return () -> distribution.probabilities(row);
  }

  @Override
  public void verify(Setting setting, double[] result) {
    Check.close("the sum of all probabilities", Arrays.stream(result).sum(), 1, 1e-10);
    if (setting.engine() == EngineName.REFERENCE || setting.qubits() > COMPARED_QUBITS) {
      return;
    }
    CircuitCase circuit = CircuitCase.logical(setting);
    double[] expected = circuit.reference().probabilities(circuit.row());
    for (int i = 0; i < expected.length; i++) {
      Check.close("the probability of bitstring " + i, result[i], expected[i], ROUNDING);
    }
  }
}

package io.qhyper.bench;

import io.qhyper.circuit.Circuit;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import java.util.OptionalDouble;

/** Read off the distribution that the reference engine computes, where there is one. */
final class ReferenceMarginals implements Marginals {
  private final Circuit circuit;
  private final double[] row;
  private double[] ones; // for each bit, once asked for

  ReferenceMarginals(Circuit circuit, double[] row) {
    this.circuit = circuit;
    this.row = row;
  }

  @Override
  public OptionalDouble probabilityOfOne(int bit) {
    if (circuit.qubits() > StateTask.COMPARED_QUBITS) {
      return OptionalDouble.empty();
    }
    if (ones == null) {
      ones = computed();
    }
    return OptionalDouble.of(ones[bit]);
  }

  private double[] computed() {
    double[] probabilities =
        SimulatedProgram.of(circuit, SimulationOptions.DEFAULT.withEngine(EngineName.REFERENCE))
            .exact(TrainingProgram.REGISTER)
            .probabilities(row);
    double[] sums = new double[circuit.qubits()];
    for (int i = 0; i < probabilities.length; i++) {
      for (int bit = 0; bit < sums.length; bit++) {
        sums[bit] += (i >>> bit & 1) * probabilities[i];
      }
    }
    return sums;
  }
}

package io.qhyper.bench;

import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.shots.Counts;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.ShotResult;
import io.qhyper.sim.SimulatedProgram;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The circuit's state and shots from it, as counts. */
final class SampleTask implements Task<ShotResult> {
  private static final int COMPARED_BITS = 16;
  private static final double DEVIATIONS = 6; // once in 5e8 bits by chance

  @Override
  public Supplier<ShotResult> prepare(Setting setting) {
    CircuitCase circuit = CircuitCase.of(setting);
    SimulatedProgram program = circuit.simulated(setting.simulation());
    ShotRequest request = CircuitCase.shots(circuit.row(), 0);
    return () -> program.run(request);
  }

  @Override
  public void verify(Setting setting, ShotResult result) {
    Counts counts = result.counts().get(TrainingProgram.REGISTER);
    Check.close("the number of shots", (double) counts.shots(), CircuitCase.SHOTS, 0);
    CircuitCase circuit = CircuitCase.of(setting);
    int step = Math.max(1, setting.qubits() / COMPARED_BITS);
    for (int qubit = 0; qubit < setting.qubits(); qubit += step) {
      OptionalDouble expected = circuit.marginals().probabilityOfOne(qubit);
      if (expected.isPresent()) {
        compare(counts, qubit, expected.getAsDouble());
      }
    }
  }

  private static void compare(Counts counts, int qubit, double probability) {
    double deviation = Math.sqrt(probability * (1 - probability) / counts.shots());
    Check.close(
        "the share of 1 in bit " + qubit,
        share(counts, qubit),
        probability,
        DEVIATIONS * deviation + 1e-9);
  }

  /** The part of the shots that measured a bit as 1. */
  static double share(Counts counts, int bit) {
    long ones = 0;
    for (int entry = 0; entry < counts.distinct(); entry++) {
      ones += counts.bits(entry).bit(bit) ? counts.count(entry) : 0;
    }
    return (double) ones / counts.shots();
  }
}

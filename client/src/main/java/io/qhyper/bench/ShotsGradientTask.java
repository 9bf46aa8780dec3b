package io.qhyper.bench;

import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.ShotResult;
import io.qhyper.sim.SimulatedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All shifted circuits of a gradient in one batch. */
final class ShotsGradientTask implements Task<List<ShotResult>> {
  @Override
  public Supplier<List<ShotResult>> prepare(Setting setting) {
    CircuitCase circuit = CircuitCase.of(setting);
    SimulatedProgram program = circuit.simulated(setting.simulation());
    List<ShotRequest> requests = requests(circuit);
    return () -> program.run(requests, setting.threads());
  }

  private static List<ShotRequest> requests(CircuitCase circuit) {
    double[][] rows = circuit.shifted().get();
    List<ShotRequest> requests = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      requests.add(CircuitCase.shots(rows[row], row));
    }
    return requests;
  }

  /** Rows must be those that each gives alone, in the same order. */
  @Override
  public void verify(Setting setting, List<ShotResult> results) {
    CircuitCase circuit = CircuitCase.of(setting);
    SimulatedProgram program = circuit.simulated(setting.simulation());
    List<ShotRequest> requests = requests(circuit);
    Check.close("the number of rows", results.size(), requests.size(), 0);
    for (int row : new int[] {0, requests.size() / 2, requests.size() - 1}) {
      ShotResult result = results.get(row);
      Check.close(
          "the number of shots of row " + row,
          (double) result.counts().get(TrainingProgram.REGISTER).shots(),
          CircuitCase.SHOTS,
          0);
      if (!result.counts().equals(program.run(requests.get(row)).counts())) {
        throw new IllegalStateException("row " + row + " differs from its run alone: not timed");
      }
    }
  }
}

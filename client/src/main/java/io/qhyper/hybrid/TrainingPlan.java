package io.qhyper.hybrid;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.backend.JobRequest;
import io.qhyper.bnn.Problem;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.SimulationOptions;
import java.util.List;

/**
 * A whole training run.
 *
 * @param ansatz as many qubits as the problem has bits
 * @param seed of all random streams
 * @param restarts how many times to start over, at least 1; the best one is recommended
 * @param sampleShots shots that look for the best network in the recommended circuit of an exact
 *     run
 * @param simulation how an exact run simulates its circuit
 * @param sentinel the fixed circuit that a run by shots measures now and then
 */
public record TrainingPlan(
    Problem problem,
    Ansatz ansatz,
    Method method,
    Start start,
    StopRules stopRules,
    long seed,
    int restarts,
    int sampleShots,
    SimulationOptions simulation,
    Sentinel sentinel) {
  public TrainingPlan {
    if (ansatz.qubits() != problem.bits()) {
      throw new IllegalArgumentException(
          "problem "
              + problem.name()
              + " has "
              + problem.bits()
              + " bits, the ansatz has "
              + ansatz.qubits()
              + " qubits");
    }
    if (restarts < 1) {
      throw new IllegalArgumentException("restarts must be at least 1, got " + restarts);
    }
    if (sampleShots < 1) {
      throw new IllegalArgumentException("sample shots must be at least 1, got " + sampleShots);
    }
  }

  /** A plan without a sentinel. */
  public TrainingPlan(
      Problem problem,
      Ansatz ansatz,
      Method method,
      Start start,
      StopRules stopRules,
      long seed,
      int restarts,
      int sampleShots,
      SimulationOptions simulation) {
    this(
        problem,
        ansatz,
        method,
        start,
        stopRules,
        seed,
        restarts,
        sampleShots,
        simulation,
        Sentinel.NONE);
  }

  /** What an exact run sends to a backend, at its end: shots of the recommended circuit. */
  public JobRequest sample(TrainingProgram program, long restartSeed, double[] theta) {
    return new JobRequest(
        program.text(),
        List.of(program.row(theta)),
        sampleShots,
        StreamKey.of(restartSeed, Purpose.CONFIRMATION));
  }
}

package io.qhyper.backend.local;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.circuit.Parameter;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.Memory;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.ShotResult;
import io.qhyper.sim.SimulatedProgram;
import java.util.List;
import java.util.stream.IntStream;

/** Turns a job into the simulator's requests and its results back. */
final class Simulation {
  private Simulation() {}

  /**
   * Refuses rows that do not fit the program.
   *
   * @throws BackendException if a row has the wrong length or a value that is not finite
   */
  static void check(SimulatedProgram program, JobRequest request) {
    List<Parameter> inputs = program.parameters();
    for (int row = 0; row < request.rows().size(); row++) {
      double[] values = request.rows().get(row);
      if (values.length != inputs.size()) {
        throw refused(
            "the program has " + inputs.size() + " inputs, row " + row + " has " + values.length);
      }
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          throw refused(
              "input " + inputs.get(i) + " must be finite, row " + row + " has " + values[i]);
        }
      }
    }
  }

  private static BackendException refused(String message) {
    return new BackendException(BackendException.Kind.BAD_REQUEST, message);
  }

  static JobResult run(SimulatedProgram program, JobRequest request, int threads) {
    StreamKey stream = request.stream();
    List<ShotRequest> rows =
        IntStream.range(0, request.rows().size())
            .mapToObj(
                row ->
                    new ShotRequest(
                        request.rows().get(row),
                        request.shots(),
                        stream.withCircuit(stream.circuit() + row),
                        Memory.DISCARD))
            .toList();
    return new JobResult(program.run(rows, threads).stream().map(ShotResult::counts).toList());
  }
}

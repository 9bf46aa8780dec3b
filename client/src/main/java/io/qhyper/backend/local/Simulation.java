package io.qhyper.backend.local;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
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

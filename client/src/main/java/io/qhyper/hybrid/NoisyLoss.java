package io.qhyper.hybrid;

import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import io.qhyper.sim.Memory;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.NoisyMean;
import io.qhyper.sim.Precision;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.SimulatedProgram;
import java.util.Optional;

/**
 * E(θ) under noise: averaged over random errors, each taken exactly, or exact for few qubits.
 *
 * @param program gives the rows
 * @param simulated the program with its noise; has the inputs of {@code program}
 * @param losses the loss of every bitstring in index order, 2^N values; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
public record NoisyLoss(TrainingProgram program, SimulatedProgram simulated, double[] losses) {
  /** E(θ), known well enough. */
  public NoisyMean mean(double[] theta, Precision precision, StreamKey stream, int threads) {
    return simulated.mean(
        TrainingProgram.REGISTER, program.row(theta), losses, precision, stream, threads);
  }

  /** Networks as shots under the noise give them. */
  public Counts sample(double[] theta, int shots, StreamKey stream) {
    ShotRequest request = new ShotRequest(program.row(theta), shots, stream, Memory.DISCARD);
    return simulated.run(request).counts().get(TrainingProgram.REGISTER);
  }

  /** The probability of every bitstring in index order, where the simulation is exact. */
  public Optional<double[]> probabilities(double[] theta) {
    return simulated.noise().orElseThrow().means() == NoiseMethod.DENSITY
        ? Optional.of(simulated.exact(TrainingProgram.REGISTER).probabilities(program.row(theta)))
        : Optional.empty();
  }
}

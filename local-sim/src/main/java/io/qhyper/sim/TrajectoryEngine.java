package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.state.IndexMap;
import io.qhyper.sim.state.StateVector;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulates any noise by trajectories on state vectors: one Kraus operator per channel and shot.
 */
final class TrajectoryEngine implements NoisyEngine {
  private final Plan plan;
  private final Readings readings;
  private final long heapBytes;
  private final int stride;

  TrajectoryEngine(NoisyPlan noisy, long heapBytes) {
    this.plan = noisy.plan();
    this.readings = new Readings(noisy.misreads());
    this.heapBytes = heapBytes;
    this.stride = BitString.wordsFor(plan.bits());
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    return InsufficientMemoryException.guard(
        plan.qubits(), states(shots), heapBytes, () -> draw(row, shots, key));
  }

  private long[] draw(double[] row, int shots, StreamKey key) {
    long[] words = new long[Math.multiplyExact(shots, stride)];
    Trajectory<StateVector> source = trajectory(row);
    for (int from = 0; from < shots; from += ShotRequest.BLOCK) {
      UniformRandomProvider random = key.withBlock(key.block() + from / ShotRequest.BLOCK).open();
      int count = Math.min(ShotRequest.BLOCK, shots - from);
      source.draw(random, count, words, from * stride);
      readings.misread(random, count, words, from * stride, stride);
    }
    return words;
  }

  private Trajectory<StateVector> trajectory(double[] row) {
    return new Trajectory<>(plan, ReferenceEngine.prefix(plan, row), new ReferenceTail(plan, row));
  }

  private static int states(int shots) {
    return Trajectory.states(Math.min(shots, ShotRequest.BLOCK));
  }

  @Override
  public int parallelism(int shots) {
    if (plan.qubits() > StateVector.MAX_QUBITS) {
      return 1;
    }
    long each = states(shots) * StateVector.bytes(plan.qubits());
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, heapBytes / each));
  }

  @Override
  public double[] losses(
      ClassicalRegister register, double[] row, double[] loss, int samples, StreamKey key) {
    return InsufficientMemoryException.guard(
        plan.qubits(), states(samples), heapBytes, () -> follow(register, row, loss, samples, key));
  }

  private double[] follow(
      ClassicalRegister register, double[] row, double[] loss, int samples, StreamKey key) {
    double[] read = readings.meanRead(register.offset(), register.width(), loss);
    IndexMap map = RegisterMaps.of(plan, register);
    double[] values = new double[samples];
    long[] words = new long[Math.multiplyExact(samples, stride)];
    Arrival<StateVector> mean =
        (state, shots) -> {
          int base = RegisterMaps.value(words, shots[0], register);
          double value = state.mean(read, map, base);
          for (int shot : shots) {
            values[shot / stride] = value;
          }
        };
    trajectory(row).follow(key.open(), samples, words, mean);
    return values;
  }

  /** Refused: what trajectories give has a standard error. */
  @Override
  public ExactEngine exact(ClassicalRegister register) {
    throw new UnsupportedProgramException(
        "noise by trajectories gives estimates, no exact distribution of register "
            + register.name()
            + ": run it by shots, or by the density matrix for few qubits");
  }
}

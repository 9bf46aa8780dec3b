package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.fused.FusedState;
import io.qhyper.sim.state.StateVector;
import java.util.stream.Stream;

/**
 * Holds all amplitudes and applies merged gates, block by block; for any plan.
 *
 * <p>Gates are merged and put in order once, when first needed. Memory as for the reference engine.
 */
final class StateVectorEngine implements Engine {
  private final Plan plan;
  private final long heapBytes;
  private final FusedPlan fused;

  StateVectorEngine(Plan plan, int threads, long heapBytes) {
    this.plan = plan;
    this.heapBytes = heapBytes;
    this.fused = new FusedPlan(plan, threads);
  }

  /** The most qubits that a gate of a plan names. */
  static int widest(Plan plan) {
    Stream<PlannedGate> tail =
        plan.tail().stream()
            .filter(TailStep.Apply.class::isInstance)
            .map(step -> ((TailStep.Apply) step).gate());
    return Stream.concat(plan.prefix().stream(), tail).mapToInt(PlannedGate::width).max().orElse(0);
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    return InsufficientMemoryException.guard(
        plan.qubits(),
        states(shots),
        heapBytes,
        () -> source(row).drawAll(shots, plan.bits(), key));
  }

  private ShotSource source(double[] row) {
    FusedState prefix = fused.prefix(row);
    return plan.isTerminal()
        ? new TerminalShots(plan, prefix)
        : new Trajectory<>(plan, prefix, fused.tail(row));
  }

  private int states(int shots) {
    return plan.isTerminal() ? 1 : Trajectory.states(Math.min(shots, ShotRequest.BLOCK));
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
  public ExactEngine exact(ClassicalRegister register) {
    return InsufficientMemoryException.guard(
        plan.qubits(), 1, heapBytes, () -> new StateVectorExact(plan, fused, register, heapBytes));
  }
}

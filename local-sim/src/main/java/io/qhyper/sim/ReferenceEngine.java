package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;
import io.qhyper.sim.state.StateVector;
import java.util.concurrent.CancellationException;

/**
 * Holds all amplitudes and applies gate by gate: the reference for every other engine.
 *
 * <p>Cost: a pass over 2^n amplitudes per gate; one state for terminal plans, and for plans with a
 * tail {@link Trajectory#states} of them.
 */
final class ReferenceEngine implements Engine {
  private final Plan plan;
  private final long heapBytes;

  ReferenceEngine(Plan plan, long heapBytes) {
    this.plan = plan;
    this.heapBytes = heapBytes;
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    return InsufficientMemoryException.guard(
        plan.qubits(), states(shots), heapBytes, () -> draw(row, shots, key));
  }

  private long[] draw(double[] row, int shots, StreamKey key) {
    StateVector prefix = prefix(plan, row);
    ShotSource source =
        plan.isTerminal()
            ? new TerminalShots(plan, prefix)
            : new Trajectory<>(plan, prefix, new ReferenceTail(plan, row));
    return source.drawAll(shots, plan.bits(), key);
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
        plan.qubits(), 1, heapBytes, () -> new ReferenceExact(plan, register, heapBytes));
  }

  /** The state after a plan's prefix. */
  static StateVector prefix(Plan plan, double[] row) {
    StateVector state = StateVector.zero(plan.qubits());
    for (PlannedGate gate : plan.prefix()) {
      checkNotInterrupted();
      gate.at(row).apply(state);
    }
    return state;
  }

  static void checkNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the simulation was interrupted");
    }
  }
}

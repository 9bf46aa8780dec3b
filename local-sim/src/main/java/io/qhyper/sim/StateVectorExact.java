package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.sim.fused.FusedState;
import io.qhyper.sim.state.IndexMap;

/** The exact side of the state-vector engine: one state, or two for gradients. */
final class StateVectorExact implements ExactEngine {
  private final Plan plan;
  private final FusedPlan fused;
  private final int width;
  private final IndexMap map;
  private final long heapBytes;

  StateVectorExact(Plan plan, FusedPlan fused, ClassicalRegister register, long heapBytes) {
    this.plan = plan;
    this.fused = fused;
    this.width = register.width();
    this.map = ReferenceExact.register(plan, register);
    this.heapBytes = heapBytes;
  }

  @Override
  public double[] probabilities(double[] row) {
    return InsufficientMemoryException.guard(
        plan.qubits(),
        1,
        heapBytes,
        () -> {
          double[] table = new double[1 << width];
          fused.prefix(row).addProbabilities(table, map);
          return table;
        });
  }

  @Override
  public double expectation(double[] row, double[] loss) {
    return InsufficientMemoryException.guard(
        plan.qubits(), 1, heapBytes, () -> fused.prefix(row).mean(loss, map));
  }

  @Override
  public ExpectationGradient gradient(double[] row, double[] loss) {
    return InsufficientMemoryException.guard(plan.qubits(), 2, heapBytes, () -> sweep(row, loss));
  }

  /**
   * By a reverse sweep (adjoint differentiation), block by block as forward: each merged operation
   * tells what it sees of the two states, from which its gates' derivatives follow.
   */
  private ExpectationGradient sweep(double[] row, double[] loss) {
    FusedState ket = fused.prefix(row);
    double value = ket.mean(loss, map);
    FusedState bra = ket.copy();
    bra.weigh(loss, map);
    double[] gradient = new double[row.length];
    fused.addSlopes(bra, ket, row, gradient);
    return new ExpectationGradient(value, gradient);
  }
}

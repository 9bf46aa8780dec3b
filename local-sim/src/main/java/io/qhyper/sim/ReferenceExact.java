package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.sim.state.IndexMap;
import io.qhyper.sim.state.StateGate;
import io.qhyper.sim.state.StateVector;
import java.util.List;
import java.util.function.Supplier;

/** The exact side of the reference engine: one state, or two for gradients. */
final class ReferenceExact implements ExactEngine {
  private final Plan plan;
  private final int width;
  private final IndexMap map;
  private final long heapBytes;

  ReferenceExact(Plan plan, ClassicalRegister register, long heapBytes) {
    this.plan = plan;
    this.width = register.width();
    this.heapBytes = heapBytes;
    this.map = register(plan, register);
  }

  /** Where the basis indices of a plan's final state fall in a table over a register. */
  static IndexMap register(Plan plan, ClassicalRegister register) {
    int[] masks = new int[plan.qubits()];
    for (Readout readout : plan.readouts()) {
      int bit = readout.bit() - register.offset();
      if (bit >= 0 && bit < register.width()) {
        masks[readout.qubit()] |= 1 << bit;
      }
    }
    return new IndexMap(masks);
  }

  @Override
  public double[] probabilities(double[] row) {
    return guarded(
        1,
        () -> {
          double[] table = new double[1 << width];
          ReferenceEngine.prefix(plan, row).addProbabilities(table, map);
          return table;
        });
  }

  @Override
  public double expectation(double[] row, double[] loss) {
    return guarded(1, () -> ReferenceEngine.prefix(plan, row).mean(loss, map));
  }

  @Override
  public ExpectationGradient gradient(double[] row, double[] loss) {
    return guarded(2, () -> sweep(row, loss));
  }

  /**
   * By a reverse sweep (adjoint differentiation): with |ψ⟩ the final state and ⟨λ| = ⟨ψ|C, both are
   * carried back gate by gate, and each parametrised gate adds 2·Re⟨λ|(dU/dθ)U†|ψ⟩ (Jones and
   * Gacon, Efficient calculation of gradients in classical simulations of variational quantum
   * algorithms, arXiv 2009.02823). Stops at the first gate that depends on a parameter.
   */
  private ExpectationGradient sweep(double[] row, double[] loss) {
    StateVector ket = ReferenceEngine.prefix(plan, row);
    double value = ket.mean(loss, map);
    StateVector bra = ket.copy();
    bra.weigh(loss, map);
    double[] gradient = new double[row.length];
    List<PlannedGate> gates = plan.prefix();
    int first = 0;
    while (first < gates.size() && !gates.get(first).isParametrised()) {
      first++;
    }
    for (int i = gates.size() - 1; i >= first; i--) {
      ReferenceEngine.checkNotInterrupted();
      StateGate gate = gates.get(i).at(row);
      gates.get(i).addSlopes(bra, ket, gate, row, gradient);
      StateGate inverse = gate.inverse();
      inverse.apply(ket);
      inverse.apply(bra);
    }
    return new ExpectationGradient(value, gradient);
  }

  private <T> T guarded(int states, Supplier<T> work) {
    return InsufficientMemoryException.guard(plan.qubits(), states, heapBytes, work);
  }
}

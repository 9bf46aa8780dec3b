package io.qhyper.sim.fused;

import io.qhyper.circuit.Unitary;
import java.util.List;

/**
 * A list of gates, merged and scheduled once, to be applied with any numbers; immutable, for many
 * threads at once.
 *
 * <p>An application reads and writes the amplitudes once per stage; there are far fewer stages than
 * gates.
 */
public final class FusedCircuit {
  private final Shape shape;
  private final int[][] start;
  private final List<FusedOp> ops;
  private final List<Stage> stages;
  private final int[] rowOrder;

  private FusedCircuit(Shape shape, Fuser.Result fused, Scheduler.Schedule schedule) {
    this.shape = shape;
    this.start = fused.start();
    this.ops = fused.ops();
    this.stages = schedule.stages();
    this.rowOrder = schedule.rowOrder();
  }

  /** The merged form of some gates. */
  public static FusedCircuit of(Shape shape, List<GateShape> gates, Beginning beginning) {
    Fuser.Result fused = Fuser.fuse(shape.qubits(), gates, beginning);
    return new FusedCircuit(shape, fused, Scheduler.schedule(shape, fused.ops()));
  }

  /**
   * The state that the gates make of |0…0⟩.
   *
   * @param gates the matrix of each gate on its targets
   * @param threads at least 1; the result does not depend on it
   */
  public FusedState run(Unitary[] gates, int threads) {
    ProductState product = new ProductState(shape, start, gates);
    Numbers numbers = new Numbers(ops, gates);
    Parts parts = product.isReal() && numbers.areReal() ? Parts.REAL : Parts.COMPLEX;
    FusedState state = FusedState.blank(shape);
    if (stages.isEmpty()) {
      for (int row = 0; row < shape.rows(); row++) {
        product.fill(row, state.re()[row], state.im()[row]);
      }
    } else {
      Sweep sweep = new Sweep(state, numbers, parts, threads);
      sweep.run(stages.get(0), product::fill);
      stages.stream().skip(1).forEach(sweep::run);
    }
    state.reorder(rowOrder);
    return state;
  }

  /**
   * Applies the gates to a state of the same shape.
   *
   * @param gates the matrix of each gate on its targets
   */
  public void apply(FusedState state, Unitary[] gates) {
    Sweep sweep = new Sweep(state, new Numbers(ops, gates), Parts.COMPLEX, 1);
    stages.forEach(sweep::run);
    state.reorder(rowOrder);
  }
}

package io.qhyper.sim.fused;

import io.qhyper.circuit.Unitary;
import java.util.List;
import java.util.stream.IntStream;

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
    }
    for (int i = 0; i < stages.size(); i++) {
      boolean first = i == 0;
      sweep(
          stages.get(i),
          state,
          threads,
          new Pass(numbers, parts, first ? product::fill : (row, re, im) -> {}));
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
    Numbers numbers = new Numbers(ops, gates);
    for (Stage stage : stages) {
      sweep(stage, state, 1, new Pass(numbers, Parts.COMPLEX, (row, re, im) -> {}));
    }
    state.reorder(rowOrder);
  }

  /** What all blocks of a stage have in common. */
  private record Pass(Numbers numbers, Parts parts, RowFiller filler) {}

  /** Gives a row its first contents. */
  private interface RowFiller {
    void fill(int row, double[] re, double[] im);
  }

  private void sweep(Stage stage, FusedState state, int threads, Pass pass) {
    int blocks = shape.rows() / shape.blockRows();
    int parts = Math.min(threads, blocks);
    if (parts == 1) {
      sweep(stage, state, 0, blocks, pass);
    } else {
      IntStream.range(0, parts)
          .parallel()
          .forEach(
              part ->
                  sweep(
                      stage,
                      state,
                      (int) ((long) blocks * part / parts),
                      (int) ((long) blocks * (part + 1) / parts),
                      pass));
    }
  }

  private void sweep(Stage stage, FusedState state, int from, int to, Pass pass) {
    Block block = new Block(shape, pass.parts());
    int[] offsets = Bits.spread(stage.positions());
    int mask = offsets[offsets.length - 1];
    int[] bases = Bits.spread(Bits.others(mask, shape.qubits() - shape.entryBits()));
    for (int b = from; b < to; b++) {
      for (int k = 0; k < offsets.length; k++) {
        int row = bases[b] | offsets[k];
        block.re[k] = state.re()[row];
        block.im[k] = state.im()[row];
        pass.filler().fill(row, block.re[k], block.im[k]);
      }
      for (Stage.Step step : stage.steps()) {
        block.run(step, pass.numbers());
      }
      block.settle();
      for (int k = 0; k < offsets.length; k++) {
        int row = bases[b] | offsets[k];
        state.re()[row] = block.re[k];
        state.im()[row] = block.im[k];
      }
    }
  }
}

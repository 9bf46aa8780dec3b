package io.qhyper.sim.fused;

import io.qhyper.circuit.Unitary;
import java.util.BitSet;
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
    } else {
      Sweep sweep = new Sweep(state, numbers, parts, threads);
      sweep.run(stages.get(0), product::fill);
      stages.stream().skip(1).forEach(sweep::run);
    }
    state.reorder(rowOrder);
    return state;
  }

  /** Hears what gates see on the way back. */
  public interface Visitor {
    /** What a gate sees of bra and ket right after it. */
    void sees(int gate, Transition transition);
  }

  /**
   * Carries two states back from after the gates to |0…0⟩, and tells what the gates saw of them.
   *
   * @param bra is spoilt
   * @param ket what {@link #run} makes of the same gates; is spoilt
   * @param wanted the gates to tell of; those that can change nothing are left out
   */
  public void back(
      FusedState bra, FusedState ket, Unitary[] gates, BitSet wanted, Visitor visitor) {
    BitSet wantedOps = new BitSet();
    for (int op = 0; op < ops.size(); op++) {
      wantedOps.set(op, isWanted(ops.get(op).gates(), wanted));
    }
    bra.reorderBack(rowOrder);
    ket.reorderBack(rowOrder);
    Numbers inverse = new Numbers(ops, gates).inverse(ops);
    BackSweep sweep = new BackSweep(bra, ket, ops, inverse, wantedOps);
    for (int i = stages.size() - 1; i >= 0; i--) {
      sweep.run(stages.get(i));
    }
    wantedOps.stream()
        .forEach(op -> tell(ops.get(op).gates(), gates, sweep.transition(op), wanted, visitor));
    Transition[] first = new ProductState(shape, start, gates).transitions(bra);
    for (int qubit = 0; qubit < start.length; qubit++) {
      tell(start[qubit], gates, first[qubit], wanted, visitor);
    }
  }

  private static boolean isWanted(int[] chain, BitSet wanted) {
    return IntStream.of(chain).anyMatch(wanted::get);
  }

  /** Tells of gates that follow each other. */
  private static void tell(
      int[] chain, Unitary[] gates, Transition after, BitSet wanted, Visitor visitor) {
    if (!isWanted(chain, wanted)) {
      return;
    }
    Transition transition = after;
    for (int k = chain.length - 1; k >= 0; k--) {
      if (wanted.get(chain[k])) {
        visitor.sees(chain[k], transition);
      }
      if (k > 0) {
        transition = transition.before(gates[chain[k]]);
      }
    }
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

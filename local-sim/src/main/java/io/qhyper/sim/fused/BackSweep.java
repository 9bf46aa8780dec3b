package io.qhyper.sim.fused;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Carries a bra and a ket back through the stages of a merged program, block by block, and sums up
 * what the operations see of them (adjoint differentiation, Jones and Gacon, arXiv 2009.02823).
 */
final class BackSweep {
  private final Shape shape;
  private final FusedState bra;
  private final FusedState ket;
  private final Numbers inverse;
  private final BitSet wanted;
  private final Transition[] transitions;
  private final Block braBlock;
  private final Block ketBlock;
  private final PairSums sums;

  /**
   * A sweep.
   *
   * @param inverse numbers that undo the operations
   * @param wanted operations whose transitions are asked for
   */
  BackSweep(FusedState bra, FusedState ket, List<FusedOp> ops, Numbers inverse, BitSet wanted) {
    this.shape = ket.shape();
    this.bra = bra;
    this.ket = ket;
    this.inverse = inverse;
    this.wanted = wanted;
    this.transitions =
        ops.stream()
            .map(op -> Transition.zero(1 << op.targets().length))
            .toArray(Transition[]::new);
    this.braBlock = new Block(shape, Parts.COMPLEX);
    this.ketBlock = new Block(shape, Parts.COMPLEX);
    this.sums = new PairSums(shape);
  }

  /** What an operation saw. */
  Transition transition(int op) {
    return transitions[op];
  }

  /** Undoes a stage. */
  void run(Stage stage) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the simulation was interrupted");
    }
    int[] offsets = Bits.spread(stage.positions());
    int mask = offsets[offsets.length - 1];
    for (int base : Bits.spread(Bits.others(mask, shape.qubits() - shape.entryBits()))) {
      braBlock.load(bra, base, offsets);
      ketBlock.load(ket, base, offsets);
      for (int i = stage.steps().size() - 1; i >= 0; i--) {
        Stage.Step step = stage.steps().get(i);
        if (step instanceof Stage.Act act && wanted.get(act.op())) {
          see(act);
        }
        braBlock.run(step, inverse);
        ketBlock.run(step, inverse);
      }
      braBlock.settle();
      ketBlock.settle();
      braBlock.store(bra, base, offsets);
      ketBlock.store(ket, base, offsets);
    }
  }

  private void see(Stage.Act act) {
    Transition transition = transitions[act.op()];
    switch (act.action()) {
      case PHASES -> {
        // Bra and ket have the same pending factors, which cancel within a row.
        for (int k = 0; k < act.offsets().length; k++) {
          for (int base = 0; base < shape.blockRows(); base = Block.next(base, act.fixed())) {
            sums.addOne(braBlock, ketBlock, base + act.offsets()[k], 0);
          }
          transition.add(k, sums.take()[0]);
        }
      }
      case PAIR, CROSS -> {
        braBlock.settle();
        ketBlock.settle();
        int[] blocks = act.action().blocks();
        for (int b = 0; b < blocks.length; b += Action.BLOCK) {
          int a = act.offsets()[blocks[b]];
          int other = act.offsets()[blocks[b + 1]];
          for (int base = 0; base < shape.blockRows(); base = Block.next(base, act.fixed())) {
            sums.add(braBlock, ketBlock, base + a, base + other);
          }
          transition.add(blocks[b], blocks[b + 1], sums.take());
        }
      }
      case FLIP, SWAP, ECHO ->
          throw new IllegalStateException(act.action() + " has no number to differentiate by");
    }
  }
}

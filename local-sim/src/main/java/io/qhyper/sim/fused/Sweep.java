package io.qhyper.sim.fused;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Runs stages on a state, block by block; whole blocks are shared among threads, so that the result
 * does not depend on their number.
 */
final class Sweep {
  private final Shape shape;
  private final FusedState state;
  private final Numbers numbers;
  private final Block[] workers; // one for each thread

  Sweep(FusedState state, Numbers numbers, Parts parts, int threads) {
    this.shape = state.shape();
    this.state = state;
    this.numbers = numbers;
    this.workers = new Block[Math.min(threads, shape.rows() / shape.blockRows())];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Block(shape, parts);
    }
  }

  /** Gives a row its first contents. */
  interface RowFiller {
    void fill(int row, double[] re, double[] im);
  }

  /** Runs a stage on what the rows hold. */
  void run(Stage stage) {
    run(stage, (row, re, im) -> {});
  }

  /** Runs a stage on rows that are filled when their block's turn comes. */
  void run(Stage stage, RowFiller filler) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the simulation was interrupted");
    }
    int[] offsets = Bits.spread(stage.positions());
    int mask = offsets[offsets.length - 1];
    int[] bases = Bits.spread(Bits.others(mask, shape.qubits() - shape.entryBits()));
    IntStream all = IntStream.range(0, workers.length);
    (workers.length == 1 ? all : all.parallel())
        .forEach(
            worker -> {
              int from = share(bases.length, worker);
              int to = share(bases.length, worker + 1);
              for (int b = from; b < to; b++) {
                run(stage, bases[b], offsets, workers[worker], filler);
              }
            });
  }

  private int share(int blocks, int worker) {
    return (int) ((long) blocks * worker / workers.length);
  }

  private void run(Stage stage, int base, int[] offsets, Block block, RowFiller filler) {
    block.load(state, base, offsets);
    for (int k = 0; k < offsets.length; k++) {
      filler.fill(base | offsets[k], block.re[k], block.im[k]);
    }
    for (Stage.Step step : stage.steps()) {
      block.run(step, numbers);
    }
    block.settle();
    block.store(state, base, offsets);
  }
}

package io.qhyper.sim.fused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Orders the operations of a merged program into stages, and says where each qubit is when.
 *
 * <p>An operation runs when all its qubits are at row positions of the block. Operations that share
 * no qubit may overtake each other. Greedy: a stage takes the row positions whose qubits let the
 * most operations in, then runs what it can and trades qubits until all of those have run. At the
 * end every qubit is back at its own position.
 */
final class Scheduler {
  private final Shape shape;
  private final Layout layout;
  private final List<Item> pending = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();

  /** An operation that waits, with its number and its qubits as a mask. */
  private record Item(int number, FusedOp op, int mask) {}

  private Scheduler(Shape shape, List<FusedOp> ops) {
    this.shape = shape;
    this.layout = new Layout(shape);
    for (int i = 0; i < ops.size(); i++) {
      pending.add(new Item(i, ops.get(i), ops.get(i).mask()));
    }
  }

  /** The stages, and how the row positions stand at their end. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Schedule(List<Stage> stages, int[] rowOrder) {}

  static Schedule schedule(Shape shape, List<FusedOp> ops) {
    Scheduler scheduler = new Scheduler(shape, ops);
    while (!scheduler.pending.isEmpty()) {
      scheduler.addStage();
    }
    scheduler.goHome();
    return new Schedule(scheduler.stages, scheduler.layout.rowOrder());
  }

  private void addStage() {
    int entries = layout.entryQubits();
    int all = (1 << shape.qubits()) - 1;
    int inside = choose(pending, all, entries, shape.entryBits() + shape.blockBits());
    int block = layout.fill(inside & ~entries, all & ~entries, shape.blockBits());
    inside = block | entries;
    List<Item> mine = drain(pending, inside);
    int[] positions = layout.rowPositions(block);
    List<Stage.Step> steps = new ArrayList<>();
    while (true) {
      for (Item item : drain(mine, block)) {
        steps.add(act(item, positions));
      }
      if (mine.isEmpty()) {
        break;
      }
      int wanted = choose(mine, inside, 0, shape.blockBits());
      int next = layout.fill(wanted, block | wanted, shape.blockBits());
      steps.add(layout.trade(next & ~block, block & ~next, positions));
      block = next;
    }
    if (pending.isEmpty() && layout.canGoHome(block)) {
      steps.addAll(layout.goHome(positions));
    }
    stages.add(new Stage(positions, steps));
  }

  private void goHome() {
    if (layout.isHome()) {
      return;
    }
    int rows = ((1 << shape.qubits()) - 1) & ~layout.entryQubits();
    int strays = layout.strays();
    int[] positions = layout.rowPositions(layout.fill(strays, rows, shape.blockBits()));
    stages.add(new Stage(positions, layout.goHome(positions)));
  }

  /**
   * Qubits that let operations run, at most {@code capacity} of them: step by step those of the
   * next possible operation that needs the fewest more.
   *
   * @param allowed the qubits to choose from
   * @param given qubits that are among the chosen in any case
   */
  private static int choose(List<Item> items, int allowed, int given, int capacity) {
    int chosen = given;
    while (true) {
      int blocked = ~allowed;
      int best = 0;
      int fewest = Integer.MAX_VALUE;
      for (Item item : items) {
        if ((item.mask & blocked) == 0) {
          int more = Integer.bitCount(item.mask & ~chosen);
          if (more > 0 && more < fewest && Integer.bitCount(item.mask | chosen) <= capacity) {
            best = item.mask;
            fewest = more;
          }
          blocked |= more > 0 ? item.mask : 0;
        } else {
          blocked |= item.mask;
        }
        if (blocked == -1) {
          break;
        }
      }
      if (best == 0) {
        return chosen;
      }
      chosen |= best;
    }
  }

  /** Takes out the operations that can run with the qubits, in order. */
  private static List<Item> drain(List<Item> items, int qubits) {
    List<Item> ready = new ArrayList<>();
    int blocked = ~qubits;
    Iterator<Item> rest = items.iterator();
    while (rest.hasNext() && blocked != -1) {
      Item item = rest.next();
      if ((item.mask & blocked) == 0) {
        ready.add(item);
        rest.remove();
      } else {
        blocked |= item.mask;
      }
    }
    return ready;
  }

  private Stage.Act act(Item item, int[] positions) {
    int fixed = 0;
    for (int control : item.op.controls()) {
      fixed |= 1 << layout.within(control, positions);
    }
    int[] offsets = new int[1 << item.op.targets().length];
    Arrays.fill(offsets, fixed);
    for (int k = 0; k < item.op.targets().length; k++) {
      int bit = 1 << layout.within(item.op.targets()[k], positions);
      fixed |= bit;
      for (int row = 0; row < offsets.length; row++) {
        offsets[row] |= (row >> k & 1) * bit;
      }
    }
    return new Stage.Act(item.number, item.op.action(), fixed, offsets);
  }
}

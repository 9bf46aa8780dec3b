package io.qhyper.sim.line;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a half divided: those that its lower and its upper qubits can do apart, and those on
 * all of them that follow.
 *
 * @param split number of lower qubits
 * @param low on the lower qubits
 * @param high on the upper qubits, whose bits count from 0
 * @param whole what remains
 */
record Division(int split, List<HalfOp> low, List<HalfOp> high, List<HalfOp> whole) {
  /** A step takes as long as its passes over the amplitudes and over so many more. */
  private static final int STEP = 16;

  /** A product takes as long as so many steps on its amplitudes. */
  private static final int PRODUCT = 2;

  /** The cheapest division; none if that of no step is. */
  static Optional<Division> cheapest(int qubits, List<HalfOp> ops) {
    Optional<Division> best = Optional.empty();
    double least = cost(qubits, ops.size());
    for (int split = 1; split < qubits; split++) {
      Division division = at(split, qubits, ops);
      double cost =
          cost(qubits, division.whole.size() + PRODUCT)
              + cost(split, division.low.size())
              + cost(qubits - split, division.high.size());
      if (cost < least) {
        best = Optional.of(division);
        least = cost;
      }
    }
    return best;
  }

  private static double cost(int qubits, int steps) {
    return steps * (Math.scalb(1.0, qubits) + STEP);
  }

  /**
   * Steps on different qubits can change places: one stays on its side unless a step of the whole
   * comes before it on one of its qubits. Terms are numbered in the order of the branches, so those
   * on a side must be the first ones, and all on the same.
   */
  private static Division at(int split, int qubits, List<HalfOp> ops) {
    List<HalfOp> low = new ArrayList<>();
    List<HalfOp> high = new ArrayList<>();
    List<HalfOp> whole = new ArrayList<>();
    BitSet closed = new BitSet();
    for (HalfOp op : ops) {
      boolean isFree = true;
      for (int bit : op.bits()) {
        isFree &= !closed.get(bit);
      }
      boolean isBranch = op instanceof HalfOp.Branch;
      if (isFree && op.isWithin(0, split) && !(isBranch && (branches(high) || branches(whole)))) {
        low.add(op);
      } else if (isFree
          && op.isWithin(split, qubits)
          && !(isBranch && (branches(low) || branches(whole)))) {
        high.add(op.below(split));
      } else {
        whole.add(op);
        for (int bit : op.bits()) {
          closed.set(bit);
        }
      }
    }
    return new Division(split, low, high, whole);
  }

  private static boolean branches(List<HalfOp> ops) {
    return ops.stream().anyMatch(HalfOp.Branch.class::isInstance);
  }
}

package io.qhyper.sim.fused;

import java.util.List;

/**
 * A part of a merged program that runs block by block: a block holds the rows that differ only at
 * some row positions.
 *
 * @param positions of the row number that vary in a block, ascending, 0 the least significant; only
 *     read
 * @param steps in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Stage(int[] positions, List<Step> steps) {
  Stage {
    steps = List.copyOf(steps);
  }

  /** What happens within a block; positions are those of the row number within the block. */
  sealed interface Step {}

  /**
   * Applies an operation.
   *
   * @param op its number in the program
   * @param action how it acts
   * @param fixed the positions that it names, as a mask
   * @param offsets for each row of its matrix, the fixed positions that are 1
   */
  record Act(int op, Action action, int fixed, int[] offsets) implements Step {}

  /** Lets qubits at entry positions change places with qubits at row positions, pair by pair. */
  record Trade(int[] entryPositions, int[] rowPositions) implements Step {}
}

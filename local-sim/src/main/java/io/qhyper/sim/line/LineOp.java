package io.qhyper.sim.line;

/** One step of a circuit on a line of positions. */
public sealed interface LineOp {

  /**
   * A unitary on one position.
   *
   * @param slot which turn of the {@link Settings} holds its matrix
   */
  record Turn(int position, int slot) implements LineOp {}

  /** An operation on two positions. */
  sealed interface Pair extends LineOp {
    /** One of the positions. */
    int first();

    /** The other position. */
    int second();
  }

  /** CX: flips the second position where the first is 1. */
  record Flip(int first, int second) implements Pair {}

  /** CZ: changes the sign where both positions are 1. */
  record Sign(int first, int second) implements Pair {}

  /**
   * exp(−iθ/2 Z⊗Z).
   *
   * @param slot which coupling of the {@link Settings} holds its angle
   */
  record Coupling(int first, int second, int slot) implements Pair {}
}

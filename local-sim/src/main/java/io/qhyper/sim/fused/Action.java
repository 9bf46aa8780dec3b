package io.qhyper.sim.fused;

import io.qhyper.circuit.GateName;

/**
 * The ways in which gates act on the rows of a state; every standard gate has one of them, whatever
 * its angles.
 *
 * <p>A 4×4 matrix with two entries a row is two 2×2 matrices: {@link #blocks} lists, four numbers a
 * block, the two columns and the two rows.
 */
enum Action {
  /** Exchanges rows 0 and 1: X under controls. */
  FLIP(),
  /** Exchanges rows 1 and 2: SWAP. */
  SWAP(),
  /** Multiplies each row by a phase. */
  PHASES(),
  /** Mixes two rows. */
  PAIR(0, 1, 0, 1),
  /** Mixes rows 0 with 3 and 1 with 2: RXX. */
  CROSS(0, 3, 0, 3, 1, 2, 1, 2),
  /** Mixes columns 1 and 3 into rows 0 and 2, columns 0 and 2 into rows 1 and 3: ECR. */
  ECHO(1, 3, 0, 2, 0, 2, 1, 3);

  /** Numbers in {@link #blocks} for each 2×2 matrix. */
  static final int BLOCK = 4;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final int[] blocks;

  Action(int... blocks) {
    this.blocks = blocks;
  }

  /** For each 2×2 matrix: first and second column, first and second row; only read. */
  int[] blocks() {
    return blocks;
  }

  static Action of(GateName name) {
    return switch (name) {
      case X, CX, CCX, C3X, C4X -> FLIP;
      case SWAP, CSWAP -> SWAP;
      case GPHASE, ID, Z, S, SDG, T, TDG, P, RZ, CZ, CP, CRZ, RZZ -> PHASES;
      case H, RY, CH, CRY, U, U2, U3, Y, SX, SXDG, RX, CY, CSX, CRX, CU3, CU, C3SX -> PAIR;
      case RXX -> CROSS;
      case ECR -> ECHO;
    };
  }
}

package io.qhyper.compile;

import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;

/** What holds for a gate whatever its angles are. */
final class Structure {
  private Structure() {}

  /** Whether the gate multiplies every basis state by a phase. */
  static boolean isDiagonal(GateCall call) {
    return switch (call.standard()) {
      case GPHASE, ID, Z, S, SDG, T, TDG, P, RZ, CZ, CP, CRZ, RZZ -> true;
      default -> false;
    };
  }

  /** Whether the gate takes every basis state to a basis state, up to a phase. */
  static boolean isPermutation(GateCall call) {
    GateName gate = call.standard();
    return isDiagonal(call)
        || switch (gate) {
          case X, Y, CX, CY, SWAP, CCX, CSWAP, C3X, C4X -> true;
          default -> false;
        };
  }

  /** Whether the gate flips its one target, up to a phase, where all controls are 1. */
  static boolean flipsTarget(GateCall call) {
    return switch (call.standard()) {
      case X, Y, CX, CY, CCX, C3X, C4X -> true;
      default -> false;
    };
  }
}

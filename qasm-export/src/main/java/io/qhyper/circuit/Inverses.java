package io.qhyper.circuit;

import java.util.List;

/** The inverses of the standard gates. */
final class Inverses {
  private Inverses() {}

  static GateCall of(GateCall call) {
    List<Angle> a = call.angles();
    return switch (call.standard()) {
      case ID, X, Y, Z, H, CX, CY, CZ, CH, SWAP, ECR, CCX, CSWAP, C3X, C4X -> call;
      case S -> with(call, GateName.SDG, 0, a);
      case SDG -> with(call, GateName.S, 0, a);
      case T -> with(call, GateName.TDG, 0, a);
      case TDG -> with(call, GateName.T, 0, a);
      case SX -> with(call, GateName.SXDG, 0, a);
      case SXDG -> sxUnder(call);
      case CSX -> with(call, GateName.SXDG, 1, a);
      case C3SX -> with(call, GateName.SXDG, 3, a);
      case GPHASE, P, RX, RY, RZ, CP, CRX, CRY, CRZ, RXX, RZZ ->
          with(call, call.standard(), 0, List.of(a.get(0).negated()));
      case U2 ->
          with(
              call,
              GateName.U3,
              0,
              List.of(Angle.of(-Math.PI / 2), a.get(1).negated(), a.get(0).negated()));
      case U, U3, CU3 ->
          with(
              call,
              call.standard(),
              0,
              List.of(a.get(0).negated(), a.get(2).negated(), a.get(1).negated()));
      case CU ->
          with(
              call,
              GateName.CU,
              0,
              List.of(
                  a.get(0).negated(), a.get(2).negated(), a.get(1).negated(), a.get(3).negated()));
    };
  }

  /** Gives ctrl @ sxdg and ctrl(3) @ sxdg the names that their inverses have. */
  private static GateCall sxUnder(GateCall call) {
    return switch (call.controls()) {
      case 1 -> new GateCall(GateName.CSX, 0, call.angles(), call.qubits());
      case 3 -> new GateCall(GateName.C3SX, 0, call.angles(), call.qubits());
      default -> with(call, GateName.SX, 0, call.angles());
    };
  }

  private static GateCall with(GateCall call, Gate gate, int extra, List<Angle> angles) {
    return new GateCall(gate, call.controls() + extra, angles, call.qubits());
  }
}

package io.qhyper.sim;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import java.util.List;
import java.util.Optional;

/**
 * A gate that is a product of Pauli rotations but for its phase: an error that anticommutes with
 * the axis of one passes through it and flips the sign of its angle.
 *
 * @param gate the gate in its standard form, with as many angles as there are axes
 * @param angles its angles
 * @param axes for each angle, the Pauli operator that it turns about, by number
 */
record PauliRotation(GateName gate, List<Angle> angles, List<Integer> axes) {
  private static final int X = 1;
  private static final int Z = 2;
  private static final int Y = 3;

  /** The rotations of a gate; empty if it is none of that kind. */
  static Optional<PauliRotation> of(GateCall call) {
    if (call.controls() > 0) {
      return Optional.empty();
    }
    List<Angle> angles = call.angles();
    return switch (call.standard()) {
      case RX -> one(GateName.RX, angles, X);
      case RY -> one(GateName.RY, angles, Y);
      case RZ -> one(GateName.RZ, angles, Z);
      case P -> one(GateName.P, angles, Z);
      case T -> one(GateName.RZ, List.of(Angle.of(Math.PI / 4)), Z);
      case TDG -> one(GateName.RZ, List.of(Angle.of(-Math.PI / 4)), Z);
      case RZZ -> one(GateName.RZZ, angles, Z | Z << 2);
      case RXX -> one(GateName.RXX, angles, X | X << 2);
      case U, U3 -> euler(angles.get(0), angles.get(1), angles.get(2));
      case U2 -> euler(Angle.of(Math.PI / 2), angles.get(0), angles.get(1));
      default -> Optional.empty();
    };
  }

  private static Optional<PauliRotation> one(GateName gate, List<Angle> angles, int axis) {
    return Optional.of(new PauliRotation(gate, angles, List.of(axis)));
  }

  /** RZ(φ)·RY(θ)·RZ(λ). */
  private static Optional<PauliRotation> euler(Angle theta, Angle phi, Angle lambda) {
    return Optional.of(
        new PauliRotation(GateName.U3, List.of(theta, phi, lambda), List.of(Y, Z, Z)));
  }

  /** Whether two Pauli operators anticommute, by number. */
  static boolean anticommute(int a, int b) {
    int xOfA = a & 0x5;
    int zOfA = a >> 1 & 0x5;
    int xOfB = b & 0x5;
    int zOfB = b >> 1 & 0x5;
    return Integer.bitCount((xOfA & zOfB) ^ (zOfA & xOfB)) % 2 == 1;
  }
}

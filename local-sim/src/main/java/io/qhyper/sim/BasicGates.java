package io.qhyper.sim;

import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Unitary;
import io.qhyper.sim.BasicGate.Coupling;
import io.qhyper.sim.BasicGate.Fixed;
import io.qhyper.sim.BasicGate.Flip;
import io.qhyper.sim.BasicGate.Rotation;
import io.qhyper.sim.BasicGate.Sign;
import io.qhyper.sim.BasicGate.Swap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes gates on one and two qubits apart into {@link BasicGate}s, up to a global phase.
 *
 * <p>A controlled U with U = V·diag(e^(iα), e^(iβ))·V† is V on the target, phases (α+β)/2 on the
 * control and (β−α)/2 on the target, a coupling by −(β−α)/2, and V†. Where U depends on the row it
 * is written in rotations, and each is put under the control.
 */
final class BasicGates {
  private static final AffineAngle RIGHT = AffineAngle.of(Math.PI / 2);
  private static final double[] HADAMARD = matrix(GateName.H.targetMatrix());
  private static final double[] X = matrix(GateName.X.targetMatrix());
  private static final double[] Z = matrix(GateName.Z.targetMatrix());

  private final List<BasicGate> out = new ArrayList<>();

  private BasicGates() {}

  /**
   * The basic gates of a list of gates, in order.
   *
   * @throws UnsupportedProgramException if one acts on three or more qubits
   */
  static List<BasicGate> of(List<PlannedGate> gates) {
    BasicGates basic = new BasicGates();
    for (PlannedGate gate : gates) {
      basic.add(gate);
    }
    return basic.out;
  }

  private static double[] matrix(Unitary unitary) {
    double[] matrix = new double[8];
    System.arraycopy(unitary.re(), 0, matrix, 0, 4);
    System.arraycopy(unitary.im(), 0, matrix, 4, 4);
    return matrix;
  }

  private void add(PlannedGate gate) {
    int[] controls = gate.controls();
    int[] targets = gate.targets();
    int qubits = controls.length + targets.length;
    if (qubits > 2) {
      throw new UnsupportedProgramException(
          "%s acts on %d qubits".formatted(gate.name().text(), qubits));
    }
    List<AffineAngle> angles = gate.angles();
    if (targets.length == 0) {
      if (controls.length == 1) {
        rotate(controls[0], Axis.Z, angles.get(0));
      } else if (controls.length == 2) {
        addControlledPhase(controls[0], controls[1], angles.get(0));
      }
    } else if (targets.length == 2) {
      addDouble(gate.name(), targets[0], targets[1], angles);
    } else if (controls.length == 0) {
      addSingle(gate, targets[0], angles);
    } else {
      addControlled(gate, controls[0], targets[0], angles);
    }
  }

  private void rotate(int qubit, Axis axis, AffineAngle angle) {
    out.add(new Rotation(qubit, axis, angle));
  }

  private void couple(int first, int second, AffineAngle angle) {
    out.add(new Coupling(first, second, angle));
  }

  private void fix(int qubit, double[] matrix) {
    out.add(new Fixed(qubit, matrix));
  }

  private void addSingle(PlannedGate gate, int qubit, List<AffineAngle> angles) {
    switch (gate.name()) {
      case RX -> rotate(qubit, Axis.X, angles.get(0));
      case RY -> rotate(qubit, Axis.Y, angles.get(0));
      case RZ, P -> rotate(qubit, Axis.Z, angles.get(0));
      case SX -> rotate(qubit, Axis.X, RIGHT);
      case SXDG -> rotate(qubit, Axis.X, RIGHT.times(-1));
      case U, U3 -> addEuler(qubit, angles.get(0), angles.get(1), angles.get(2));
      case U2 -> addEuler(qubit, RIGHT, angles.get(0), angles.get(1));
      default -> fix(qubit, matrix(gate.name().targetMatrix()));
    }
  }

  /** RZ(φ)·RY(θ)·RZ(λ). */
  private void addEuler(int qubit, AffineAngle theta, AffineAngle phi, AffineAngle lambda) {
    rotate(qubit, Axis.Z, lambda);
    rotate(qubit, Axis.Y, theta);
    rotate(qubit, Axis.Z, phi);
  }

  private void addDouble(GateName name, int one, int other, List<AffineAngle> angles) {
    switch (name) {
      case SWAP -> out.add(new Swap(one, other));
      case RZZ -> couple(one, other, angles.get(0));
      case RXX -> {
        fix(one, HADAMARD);
        fix(other, HADAMARD);
        couple(one, other, angles.get(0));
        fix(one, HADAMARD);
        fix(other, HADAMARD);
      }
      case ECR -> {
        // exp(−iπ/4 Z⊗X), then X; the exponential is CX after two quarter turns.
        rotate(one, Axis.Z, RIGHT);
        rotate(other, Axis.X, RIGHT);
        out.add(new Flip(one, other));
        fix(one, X);
      }
      default -> throw new IllegalStateException("no rule for gate " + name);
    }
  }

  private void addControlled(PlannedGate gate, int control, int target, List<AffineAngle> angles) {
    if (angles.stream().allMatch(AffineAngle::isConstant)) {
      double[] values = angles.stream().mapToDouble(AffineAngle::constant).toArray();
      addControlled(control, target, matrix(gate.name().targetMatrix(values)));
      return;
    }
    switch (gate.name()) {
      case P, CP -> addControlledPhase(control, target, angles.get(0));
      case RX, CRX -> addControlledX(control, target, angles.get(0));
      case RY, CRY -> addControlledY(control, target, angles.get(0));
      case RZ, CRZ -> addControlledZ(control, target, angles.get(0));
      case U -> {
        rotate(control, Axis.Z, angles.get(0).plus(angles.get(1)).plus(angles.get(2)).times(0.5));
        addControlledEuler(control, target, angles.get(0), angles.get(1), angles.get(2));
      }
      case U2 -> addControlledEuler(control, target, RIGHT, angles.get(0), angles.get(1));
      case U3 -> addControlledEuler(control, target, angles.get(0), angles.get(1), angles.get(2));
      case CU3 -> {
        rotate(control, Axis.Z, angles.get(1).plus(angles.get(2)).times(0.5));
        addControlledEuler(control, target, angles.get(0), angles.get(1), angles.get(2));
      }
      case CU -> {
        rotate(control, Axis.Z, angles.get(1).plus(angles.get(2)).times(0.5).plus(angles.get(3)));
        addControlledEuler(control, target, angles.get(0), angles.get(1), angles.get(2));
      }
      default -> throw new IllegalStateException("no rule for gate " + gate.name());
    }
  }

  private void addControlledEuler(
      int control, int target, AffineAngle theta, AffineAngle phi, AffineAngle lambda) {
    addControlledZ(control, target, lambda);
    addControlledY(control, target, theta);
    addControlledZ(control, target, phi);
  }

  private void addControlledPhase(int control, int target, AffineAngle angle) {
    rotate(control, Axis.Z, angle.times(0.5));
    addControlledZ(control, target, angle);
  }

  private void addControlledZ(int control, int target, AffineAngle angle) {
    rotate(target, Axis.Z, angle.times(0.5));
    couple(control, target, angle.times(-0.5));
  }

  private void addControlledX(int control, int target, AffineAngle angle) {
    fix(target, HADAMARD);
    addControlledZ(control, target, angle);
    fix(target, HADAMARD);
  }

  private void addControlledY(int control, int target, AffineAngle angle) {
    rotate(target, Axis.X, RIGHT);
    addControlledZ(control, target, angle);
    rotate(target, Axis.X, RIGHT.times(-1));
  }

  private void addControlled(int control, int target, double[] u) {
    if (Arrays.equals(u, X)) {
      out.add(new Flip(control, target));
      return;
    }
    if (Arrays.equals(u, Z)) {
      out.add(new Sign(control, target));
      return;
    }
    Eigenbasis basis = Eigenbasis.of(u);
    double difference = basis.beta() - basis.alpha();
    rotate(control, Axis.Z, AffineAngle.of((basis.alpha() + basis.beta()) / 2));
    fix(target, basis.toBasis());
    addControlledZ(control, target, AffineAngle.of(difference));
    fix(target, basis.fromBasis());
  }
}

package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces a standard gate under any controls by one-qubit gates, cz and rzz, exact up to a global
 * phase, with affine angles kept.
 *
 * <p>Several controls follow Barenco et al., Phys. Rev. A 52, 3457 (1995), Lemma 7.5, without spare
 * qubits: about 3^n two-qubit gates for n controls.
 */
final class Decomposition {
  /** More controls would take more than 3^12 gates. */
  private static final int MOST_CONTROLS = 12;

  private static final Angle PI = Angle.of(Math.PI);

  private final List<Instruction> out = new ArrayList<>();

  private Decomposition() {}

  /** The gates that a call stands for, in order. */
  static List<Instruction> of(GateCall call) {
    if (call.controlQubits().size() > MOST_CONTROLS) {
      throw new CompileException(
          "gate %s has %d controls; at most %d can be compiled"
              .formatted(call.gate().text(), call.controlQubits().size(), MOST_CONTROLS));
    }
    Decomposition decomposition = new Decomposition();
    if (call.qubits().size() == 1 && call.controlQubits().isEmpty()) {
      decomposition.out.add(call);
    } else {
      decomposition.expand(call);
    }
    return decomposition.out;
  }

  private void expand(GateCall call) {
    List<Integer> controls = call.controlQubits();
    List<Integer> targets = call.targetQubits();
    List<Angle> a = call.angles();
    int t = targets.isEmpty() ? -1 : targets.get(targets.size() - 1); // gphase has none
    switch (base(call.standard())) {
      case ID -> {}
      case GPHASE -> phase(append(controls, targets), a.get(0), controls.size());
      case X -> flip(controls, t);
      case Y -> conjugated(GateName.SDG, t, GateName.S, () -> flip(controls, t));
      case Z -> phase(controls, t, PI);
      case S -> phase(controls, t, PI.times(0.5));
      case SDG -> phase(controls, t, PI.times(-0.5));
      case T -> phase(controls, t, PI.times(0.25));
      case TDG -> phase(controls, t, PI.times(-0.25));
      case P -> phase(controls, t, a.get(0));
      case SX -> inXBasis(t, () -> phase(controls, t, PI.times(0.5)));
      case SXDG -> inXBasis(t, () -> phase(controls, t, PI.times(-0.5)));
      case H -> {
        one(GateName.RY, PI.times(-0.25), t);
        phase(controls, t, PI);
        one(GateName.RY, PI.times(0.25), t);
      }
      case RX -> inXBasis(t, () -> rotateZ(controls, t, a.get(0)));
      case RY -> conjugated(GateName.SX, t, GateName.SXDG, () -> rotateZ(controls, t, a.get(0)));
      case RZ -> rotateZ(controls, t, a.get(0));
      case U -> euler(controls, t, a.get(0), a.get(1), a.get(2), a.get(0).times(0.5));
      case U2 ->
          euler(
              controls, t, PI.times(0.5), a.get(0), a.get(1), a.get(0).plus(a.get(1)).times(-0.5));
      case U3 ->
          euler(controls, t, a.get(0), a.get(1), a.get(2), a.get(1).plus(a.get(2)).times(-0.5));
      case CU3 -> euler(controls, t, a.get(0), a.get(1), a.get(2), Angle.ZERO);
      case CU -> euler(controls, t, a.get(0), a.get(1), a.get(2), a.get(3));
      case SWAP -> {
        flip(List.of(t), targets.get(0));
        flip(append(controls, List.of(targets.get(0))), t);
        flip(List.of(t), targets.get(0));
      }
      case RZZ -> couple(controls, targets.get(0), t, a.get(0));
      case RXX ->
          inXBasis(
              targets.get(0),
              () -> inXBasis(t, () -> couple(controls, targets.get(0), t, a.get(0))));
      case ECR -> {
        // (X₀ − Y₀X₁)/√2 = X₀ · exp(−iπ/4 Z₀X₁)
        inXBasis(t, () -> couple(controls, targets.get(0), t, PI.times(0.5)));
        flip(controls, targets.get(0));
      }
      default -> throw new IllegalStateException("no decomposition of " + call);
    }
  }

  /** The gate on the targets, its own controls taken off. */
  private static GateName base(GateName gate) {
    return switch (gate) {
      case CX, CCX, C3X, C4X -> GateName.X;
      case CY -> GateName.Y;
      case CZ -> GateName.Z;
      case CH -> GateName.H;
      case CSX, C3SX -> GateName.SX;
      case CP -> GateName.P;
      case CRX -> GateName.RX;
      case CRY -> GateName.RY;
      case CRZ -> GateName.RZ;
      case CSWAP -> GateName.SWAP;
      default -> gate;
    };
  }

  private static List<Integer> append(List<Integer> first, List<Integer> second) {
    List<Integer> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private void one(GateName gate, int qubit) {
    out.add(GateCall.of(gate, List.of(), qubit));
  }

  private void one(GateName gate, Angle angle, int qubit) {
    out.add(GateCall.of(gate, List.of(angle), qubit));
  }

  private void conjugated(GateName before, int qubit, GateName after, Runnable inner) {
    one(before, qubit);
    inner.run();
    one(after, qubit);
  }

  private void inXBasis(int qubit, Runnable inner) {
    conjugated(GateName.H, qubit, GateName.H, inner);
  }

  /** X under controls. */
  private void flip(List<Integer> controls, int target) {
    if (controls.isEmpty()) {
      one(GateName.X, target);
    } else {
      inXBasis(target, () -> phase(controls, target, PI));
    }
  }

  /** e^(iθ) where all of several qubits are 1; nothing for none of them. */
  private void phase(List<Integer> qubits, Angle theta, int size) {
    if (size > 0) {
      phase(qubits.subList(0, size - 1), qubits.get(size - 1), theta);
    }
  }

  /** e^(iθ) where the target and all controls are 1. */
  private void phase(List<Integer> controls, int target, Angle theta) {
    if (controls.isEmpty()) {
      one(GateName.RZ, theta, target);
    } else if (controls.size() == 1 && theta.equals(PI)) {
      out.add(GateCall.of(GateName.CZ, List.of(), controls.get(0), target));
    } else if (controls.size() == 1) {
      one(GateName.RZ, theta.times(0.5), controls.get(0));
      one(GateName.RZ, theta.times(0.5), target);
      rzz(controls.get(0), target, theta.times(-0.5));
    } else if (controls.size() == 2 && theta.equals(PI)) {
      ccz(controls.get(0), controls.get(1), target);
    } else {
      int last = controls.get(controls.size() - 1);
      List<Integer> others = controls.subList(0, controls.size() - 1);
      phase(List.of(last), target, theta.times(0.5));
      flip(others, last);
      phase(List.of(last), target, theta.times(-0.5));
      flip(others, last);
      phase(others, target, theta.times(0.5));
    }
  }

  /** The Toffoli gate's six cx without the two h around them. */
  private void ccz(int a, int b, int c) {
    for (int half = 0; half < 2; half++) {
      flip(List.of(b), c);
      one(GateName.TDG, c);
      flip(List.of(a), c);
      one(GateName.T, c);
    }
    one(GateName.T, b);
    flip(List.of(a), b);
    one(GateName.T, a);
    one(GateName.TDG, b);
    flip(List.of(a), b);
  }

  private void rotateZ(List<Integer> controls, int target, Angle theta) {
    if (controls.isEmpty()) {
      one(GateName.RZ, theta, target);
    } else if (controls.size() == 1) {
      one(GateName.RZ, theta.times(0.5), target);
      rzz(controls.get(0), target, theta.times(-0.5));
    } else {
      one(GateName.RZ, theta.times(0.5), target);
      flip(controls, target);
      one(GateName.RZ, theta.times(-0.5), target);
      flip(controls, target);
    }
  }

  /** exp(−iθ/2 ZZ) under controls: only the rotation between two cx needs them. */
  private void couple(List<Integer> controls, int a, int b, Angle theta) {
    if (controls.isEmpty()) {
      rzz(a, b, theta);
    } else {
      flip(List.of(a), b);
      rotateZ(controls, b, theta);
      flip(List.of(a), b);
    }
  }

  private void rzz(int a, int b, Angle theta) {
    out.add(GateCall.of(GateName.RZZ, List.of(theta), a, b));
  }

  /** e^(i·(phase + (φ+λ)/2)) · RZ(φ)·RY(θ)·RZ(λ) under controls (Barenco et al., Lemma 5.1). */
  private void euler(
      List<Integer> controls, int target, Angle theta, Angle phi, Angle lambda, Angle phase) {
    Angle half = theta.times(0.5);
    Angle mean = phi.plus(lambda).times(0.5);
    one(GateName.RZ, lambda.plus(phi.negated()).times(0.5), target);
    flip(controls, target);
    one(GateName.RZ, mean.negated(), target);
    one(GateName.RY, half.negated(), target);
    flip(controls, target);
    one(GateName.RY, half, target);
    one(GateName.RZ, phi, target);
    phase(controls, phase.plus(mean), controls.size());
  }
}

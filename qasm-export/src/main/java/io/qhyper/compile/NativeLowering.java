package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.compile.Couplings.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Turns one-qubit gates, cz and rzz on coupled qubits into a device's native gates, and few. */
final class NativeLowering {
  private static final Angle HALF_PI = Angle.of(Math.PI / 2);

  private final Couplings couplings;
  private final List<Instruction> out = new ArrayList<>();
  private final Set<Integer> pulsed = new HashSet<>();

  private NativeLowering(Couplings couplings) {
    this.couplings = couplings;
  }

  /**
   * The native steps.
   *
   * @throws CompileException if two qubits of a gate are not coupled
   */
  static List<Instruction> lower(List<Instruction> steps, int qubits, Couplings couplings) {
    List<Instruction> shorter = new NativeLowering(couplings).withoutOddRzz(steps);
    int before;
    do {
      before = shorter.size();
      shorter = Cancellation.of(Merging.ofProgram(shorter, qubits, couplings));
    } while (shorter.size() < before);
    List<Instruction> directed = new NativeLowering(couplings).directed(shorter);
    return Merging.ofProgram(directed, qubits, couplings);
  }

  private static Conditional inBranches(
      Conditional conditional, UnaryOperator<List<Instruction>> pass) {
    return new Conditional(
        conditional.condition(),
        pass.apply(conditional.then()),
        pass.apply(conditional.otherwise()));
  }

  /** Replaces rzz that cannot be native; the others get angles that the device takes. */
  private List<Instruction> withoutOddRzz(List<Instruction> steps) {
    for (Instruction step : Cancellation.of(steps)) {
      if (step instanceof GateCall call && call.standard() == GateName.RZZ) {
        rzz(call);
      } else if (step instanceof Conditional conditional) {
        out.add(
            inBranches(conditional, branch -> new NativeLowering(couplings).withoutOddRzz(branch)));
      } else {
        out.add(step);
      }
    }
    return out;
  }

  private void rzz(GateCall call) {
    int a = call.qubits().get(0);
    int b = call.qubits().get(1);
    Angle theta = call.angles().get(0);
    Optional<Link> link = couplings.rzz(a, b);
    if (theta.isConstant() && link.isPresent()) {
      fractional(link.get(), Math.IEEEremainder(theta.constant(), 2 * Math.PI));
      return;
    }
    cx(a, b);
    one(GateName.RZ, theta, b);
    cx(a, b);
  }

  /** RZZ(θ) for θ in −π…π by an angle in 0…π/2: RZZ(π) is Z on both, X on one turns the sign. */
  private void fractional(Link link, double theta) {
    double rest = theta;
    if (Math.abs(theta) > Math.PI / 2) {
      one(GateName.Z, link.first());
      one(GateName.Z, link.second());
      rest = theta - Math.copySign(Math.PI, theta);
    }
    if (Math.abs(rest) < Quaternion.TOLERANCE) {
      return;
    }
    if (rest < 0) {
      one(GateName.X, link.first());
    }
    out.add(
        GateCall.of(GateName.RZZ, List.of(Angle.of(Math.abs(rest))), link.first(), link.second()));
    if (rest < 0) {
      one(GateName.X, link.first());
    }
  }

  private void cx(int control, int target) {
    one(GateName.H, target);
    out.add(GateCall.of(GateName.CZ, List.of(), control, target));
    one(GateName.H, target);
  }

  private void one(GateName gate, int qubit) {
    out.add(GateCall.of(gate, List.of(), qubit));
  }

  private void one(GateName gate, Angle angle, int qubit) {
    out.add(GateCall.of(gate, List.of(angle), qubit));
  }

  /** Replaces each cz by the device's two-qubit gate in its direction. */
  private List<Instruction> directed(List<Instruction> steps) {
    for (Instruction step : steps) {
      if (step instanceof GateCall call && call.standard() == GateName.CZ) {
        entangle(link(call));
      } else if (step instanceof Conditional conditional) {
        out.add(inBranches(conditional, branch -> new NativeLowering(couplings).directed(branch)));
        pulsed.removeAll(step.qubits());
      } else {
        out.add(step);
        follow(step);
      }
    }
    return out;
  }

  private void follow(Instruction step) {
    if (step instanceof GateCall call && call.qubits().size() == 1) {
      if (call.standard() != GateName.RZ) {
        pulsed.addAll(call.qubits());
      }
    } else {
      pulsed.removeAll(step.qubits());
    }
  }

  private Link link(GateCall call) {
    int a = call.qubits().get(0);
    int b = call.qubits().get(1);
    return couplings
        .entangler(a, b)
        .orElseThrow(
            () ->
                new CompileException(
                    "qubits %d and %d have no usable two-qubit gate between them".formatted(a, b)));
  }

  /**
   * CZ by a cz, or by an ecr: ECR(a, b) = X_a·exp(−iπ/4 Z_a X_b), and CZ is exp(±iπ/4 Z_a Z_b) with
   * RZ(±π/2) on both. The X goes before the ecr if there are pulses to merge it into, else behind.
   */
  private void entangle(Link link) {
    int a = link.first();
    int b = link.second();
    if (link.gate() == GateName.CZ) {
      out.add(GateCall.of(GateName.CZ, List.of(), a, b));
      return;
    }
    boolean xFirst = pulsed.contains(a);
    if (xFirst) {
      one(GateName.X, a);
    }
    one(GateName.H, b);
    out.add(GateCall.of(GateName.ECR, List.of(), a, b));
    one(GateName.H, b);
    if (!xFirst) {
      one(GateName.X, a);
    }
    pulsed.add(b);
    if (xFirst) {
      pulsed.remove(a);
    } else {
      pulsed.add(a);
    }
    Angle angle = xFirst ? HALF_PI : HALF_PI.negated();
    one(GateName.RZ, angle, a);
    one(GateName.RZ, angle, b);
  }
}

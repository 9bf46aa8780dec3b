package io.qhyper.qasm;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Unitary;
import java.util.ArrayList;
import java.util.List;

/**
 * Broken powers of one-qubit gates, controls included: every eigenvalue e^(ia) with −π &lt; a ≤ π
 * becomes e^(ika), as the OpenQASM 3 specification says of {@code pow}.
 */
final class PrincipalPower {
  /** Eigenvalues this close to −1 are −1, and their angle is π. */
  private static final double NEAR_MINUS_ONE = 1e-9;

  private PrincipalPower() {}

  static List<GateCall> of(List<GateCall> calls, double k, String gate, Span span) {
    if (calls.size() != 1
        || !(calls.get(0).gate() instanceof GateName name)
        || name.targetCount() > 1) {
      throw span.error(
          "'"
              + gate
              + "' can only be raised to whole numbers, got "
              + k
              + ": other powers need a standard gate on one qubit");
    }
    GateCall call = calls.get(0);
    for (Angle angle : call.angles()) {
      if (!angle.isConstant()) {
        throw new SymbolicAngleException(
            span, "'" + gate + "' can only be raised to a broken power if its angles are numbers");
      }
    }
    Unitary matrix = call.targetMatrix(Binding.NONE);
    List<Integer> controls = call.controlQubits();
    List<GateCall> result = new ArrayList<>();
    if (name.targetCount() == 0) {
      double phase = k * principal(Math.atan2(matrix.im()[0], matrix.re()[0]));
      result.add(GateCall.of(GateName.GPHASE, List.of(Angle.of(phase))));
    } else {
      result.addAll(oneQubit(matrix, k, call.targetQubits().get(0)));
    }
    return result.stream().map(c -> under(controls, c)).toList();
  }

  private static GateCall under(List<Integer> controls, GateCall call) {
    GateCall result = call;
    for (int i = controls.size() - 1; i >= 0; i--) {
      result = result.controlledBy(controls.get(i));
    }
    return result;
  }

  private static double principal(double angle) {
    return angle <= -Math.PI + NEAR_MINUS_ONE ? angle + 2 * Math.PI : angle;
  }

  /**
   * V = e^(iα)(cos β − i sin β n·σ) has the eigenvalues e^(i(α∓β)), and its power is the same form
   * with the mean and half the difference of their new angles.
   */
  private static List<GateCall> oneQubit(Unitary v, double k, int qubit) {
    double[] re = v.re();
    double[] im = v.im();
    double alpha =
        Math.atan2(
                re[0] * im[3] + im[0] * re[3] - re[1] * im[2] - im[1] * re[2],
                re[0] * re[3] - im[0] * im[3] - re[1] * re[2] + im[1] * im[2])
            / 2;
    double c = Math.cos(alpha);
    double s = Math.sin(alpha);
    // e^(−iα)V = w − i(x X + y Y + z Z)
    double w = ((re[0] + re[3]) * c + (im[0] + im[3]) * s) / 2;
    double x = -((im[1] + im[2]) * c - (re[1] + re[2]) * s) / 2;
    double y = -((re[1] - re[2]) * c + (im[1] - im[2]) * s) / 2;
    double z = -((im[0] - im[3]) * c - (re[0] - re[3]) * s) / 2;
    double sine = Math.sqrt(x * x + y * y + z * z);
    double beta = Math.atan2(sine, w);
    double low = k * principal(Math.IEEEremainder(alpha - beta, 2 * Math.PI));
    double high = k * principal(Math.IEEEremainder(alpha + beta, 2 * Math.PI));
    double phase = (low + high) / 2;
    double half = (high - low) / 2;
    double scale = sine > 0 ? Math.sin(half) / sine : 0;
    return euler(phase, Math.cos(half), scale * x, scale * y, scale * z, qubit);
  }

  /** e^(i·phase)(w − i(x X + y Y + z Z)) as U and, where needed, gphase. */
  private static List<GateCall> euler(
      double phase, double w, double x, double y, double z, int qubit) {
    double theta = 2 * Math.atan2(Math.hypot(x, y), Math.hypot(w, z));
    // entry 00 is w − iz, entry 10 is y − ix
    double diagonal = Math.hypot(w, z) > 1e-12 ? Math.atan2(-z, w) : 0;
    double offDiagonal = Math.hypot(x, y) > 1e-12 ? Math.atan2(-x, y) : 0;
    double phi = offDiagonal - diagonal;
    double lambda = -offDiagonal - diagonal;
    GateCall u =
        GateCall.of(GateName.U, List.of(Angle.of(theta), Angle.of(phi), Angle.of(lambda)), qubit);
    double left = phase + diagonal - theta / 2;
    return Math.abs(Math.IEEEremainder(left, 2 * Math.PI)) < 1e-15
        ? List.of(u)
        : List.of(GateCall.of(GateName.GPHASE, List.of(Angle.of(left))), u);
  }
}

package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateName;
import io.qhyper.compile.SingleQubitRun.Element;
import java.util.ArrayList;
import java.util.List;

/** Collects rz and pulses so that they alternate, rz at both ends. */
final class ElementList {
  private static final double HALF_PI = Math.PI / 2;

  private final List<Element> elements = new ArrayList<>();

  ElementList() {
    elements.add(new Element(GateName.RZ, Angle.ZERO));
  }

  List<Element> elements() {
    return elements;
  }

  void rz(Angle angle) {
    int last = elements.size() - 1;
    elements.set(last, new Element(GateName.RZ, elements.get(last).angle().plus(angle)));
  }

  private void pulse(GateName gate, Angle angle) {
    elements.add(new Element(gate, angle));
    elements.add(new Element(GateName.RZ, Angle.ZERO));
  }

  /** RY(θ) for θ in [0, π]: by x, one sx or two; or by one rx where there is such a gate. */
  void ry(double theta, NativeGates gates) {
    if (theta < Quaternion.TOLERANCE) {
      return;
    }
    if (isNear(theta, Math.PI)) {
      onePulse(GateName.X, Angle.ZERO);
    } else if (isNear(theta, HALF_PI)) {
      onePulse(GateName.SX, Angle.ZERO);
    } else if (gates == NativeGates.FRACTIONAL) {
      onePulse(GateName.RX, Angle.of(theta));
    } else {
      pulse(GateName.SX, Angle.ZERO);
      rz(Angle.of(theta + Math.PI));
      pulse(GateName.SX, Angle.ZERO);
      rz(Angle.of(Math.PI));
    }
  }

  /** RY = RZ(π/2)·RX·RZ(−π/2). */
  private void onePulse(GateName gate, Angle angle) {
    rz(Angle.of(-HALF_PI));
    pulse(gate, angle);
    rz(Angle.of(HALF_PI));
  }

  private static boolean isNear(double angle, double value) {
    return Math.abs(angle - value) < Quaternion.TOLERANCE;
  }

  /** The same with sx, rz(γ), sx replaced by RZ(−π/2)·RX(γ−π)·RZ(−π/2): one pulse, not two. */
  List<Element> withRx() {
    ElementList shorter = new ElementList();
    int i = 0;
    while (i < elements.size()) {
      Element element = elements.get(i);
      if (element.isRz()) {
        shorter.rz(element.angle());
        i++;
      } else if (i + 2 < elements.size() && isSx(i) && isSx(i + 2)) {
        shorter.rz(Angle.of(-HALF_PI));
        shorter.pulse(GateName.RX, elements.get(i + 1).angle().plus(Angle.of(-Math.PI)));
        shorter.rz(Angle.of(-HALF_PI));
        i += 3;
      } else {
        shorter.pulse(element.gate(), element.angle());
        i++;
      }
    }
    return shorter.elements();
  }

  private boolean isSx(int i) {
    return elements.get(i).gate() == GateName.SX;
  }
}

package io.qhyper.compile;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import java.util.ArrayList;
import java.util.List;

/**
 * One-qubit gates in a row as C₀, RZ(a₁), C₁, …, RZ(aₖ), Cₖ in the order of application: constant
 * rotations between rotations about Z by angles with parameters. No parameter is ever doubled or
 * changes its sign.
 */
final class SingleQubitRun {
  private static final Angle HALF_PI = Angle.of(Math.PI / 2);

  private final List<Quaternion> constants = new ArrayList<>(List.of(Quaternion.IDENTITY));
  private final List<Angle> symbols = new ArrayList<>();

  /** Appends any standard one-qubit gate without controls. */
  void append(GateCall call) {
    List<Angle> a = call.angles();
    if (a.stream().allMatch(Angle::isConstant)) {
      append(Quaternion.of(call.targetMatrix(Binding.NONE)));
      return;
    }
    switch (call.standard()) {
      case RZ, P -> rz(a.get(0));
      case RX -> rx(a.get(0));
      case RY -> ry(a.get(0));
      case U2 -> euler(HALF_PI, a.get(0), a.get(1));
      case U, U3 -> euler(a.get(0), a.get(1), a.get(2));
      default -> throw new IllegalStateException("unknown gate with angles " + call);
    }
  }

  private void euler(Angle theta, Angle phi, Angle lambda) {
    rz(lambda);
    ry(theta);
    rz(phi);
  }

  private void ry(Angle theta) {
    constant(GateName.SX);
    rz(theta);
    constant(GateName.SXDG);
  }

  private void rx(Angle theta) {
    constant(GateName.H);
    rz(theta);
    constant(GateName.H);
  }

  private void constant(GateName gate) {
    append(Quaternion.of(gate.targetMatrix()));
  }

  private void append(Quaternion rotation) {
    int last = constants.size() - 1;
    constants.set(last, constants.get(last).then(rotation));
  }

  /** Appends RZ; joins it to the last one with parameters where only such rotations lie between. */
  void rz(Angle angle) {
    append(Quaternion.rz(angle.constant()));
    Angle symbol = new Angle(0, angle.terms());
    if (symbol.isConstant()) {
      return;
    }
    int last = symbols.size() - 1;
    if (last < 0 || !constants.get(last + 1).isDiagonal()) {
      symbols.add(symbol);
      constants.add(Quaternion.IDENTITY);
      return;
    }
    symbols.set(last, symbols.get(last).plus(symbol));
    if (symbols.get(last).isConstant()) {
      symbols.remove(last);
      Quaternion after = constants.remove(last + 1);
      append(after);
    }
  }

  /** The run as rz and pulses in turns, rz at both ends; angles may be 0. */
  List<Element> elements(NativeGates gates) {
    ElementList list = new ElementList();
    for (int i = 0; i < constants.size(); i++) {
      if (i > 0) {
        list.rz(symbols.get(i - 1));
      }
      Quaternion c = constants.get(i);
      list.rz(Angle.of(c.lambda()));
      list.ry(c.theta(), gates);
      list.rz(Angle.of(c.phi()));
    }
    return gates == NativeGates.FRACTIONAL ? list.withRx() : list.elements();
  }

  /**
   * An rz or a pulse.
   *
   * @param gate rz, sx, x or rx
   * @param angle of rz and rx; 0 otherwise
   */
  record Element(GateName gate, Angle angle) {
    boolean isRz() {
      return gate == GateName.RZ;
    }

    GateCall on(int qubit) {
      return GateCall.of(gate, gate.angleCount() == 0 ? List.of() : List.of(angle), qubit);
    }
  }
}

package io.qhyper.circuit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A gate applied to qubits, under extra controls.
 *
 * @param gate what is applied
 * @param controls how many of the qubits, the first ones, are controls on top of the gate's own, as
 *     {@code ctrl(n) @} puts them
 * @param angles one per angle of the gate
 * @param qubits the extra controls, then the qubits of the gate; all different
 */
public record GateCall(Gate gate, int controls, List<Angle> angles, List<Integer> qubits)
    implements Instruction {
  private static final Map<GateName, GateName> CONTROLLED =
      Map.ofEntries(
          Map.entry(GateName.X, GateName.CX),
          Map.entry(GateName.Y, GateName.CY),
          Map.entry(GateName.Z, GateName.CZ),
          Map.entry(GateName.H, GateName.CH),
          Map.entry(GateName.SX, GateName.CSX),
          Map.entry(GateName.P, GateName.CP),
          Map.entry(GateName.RX, GateName.CRX),
          Map.entry(GateName.RY, GateName.CRY),
          Map.entry(GateName.RZ, GateName.CRZ),
          Map.entry(GateName.SWAP, GateName.CSWAP),
          Map.entry(GateName.GPHASE, GateName.P),
          Map.entry(GateName.CX, GateName.CCX),
          Map.entry(GateName.CCX, GateName.C3X),
          Map.entry(GateName.C3X, GateName.C4X));

  public GateCall {
    angles = List.copyOf(angles);
    qubits = List.copyOf(qubits);
    if (controls < 0) {
      throw new IllegalArgumentException("controls must not be negative, got " + controls);
    }
    if (angles.size() != gate.angleCount()) {
      throw new IllegalArgumentException(
          gate.text() + " takes " + gate.angleCount() + " angles, got " + angles.size());
    }
    if (qubits.size() != gate.qubitCount() + controls) {
      throw new IllegalArgumentException(
          gate.text()
              + (controls > 0 ? " under " + controls + " controls" : "")
              + " takes "
              + (gate.qubitCount() + controls)
              + " qubits, got "
              + qubits.size());
    }
    if (new HashSet<>(qubits).size() != qubits.size()) {
      throw new IllegalArgumentException(gate.text() + " needs different qubits, got " + qubits);
    }
  }

  /** A call without extra controls. */
  public static GateCall of(Gate gate, List<Angle> angles, Integer... qubits) {
    return new GateCall(gate, 0, angles, List.of(qubits));
  }

  /**
   * This call under one more control, by the standard gate's own name where there is one: x becomes
   * cx, gphase becomes p.
   */
  public GateCall controlledBy(int control) {
    List<Integer> all = new ArrayList<>();
    all.add(control);
    all.addAll(qubits);
    Gate named = controls == 0 ? CONTROLLED.get(gate) : null;
    return named != null
        ? new GateCall(named, 0, angles, all)
        : new GateCall(gate, controls + 1, angles, all);
  }

  /** The call that undoes this one; exact, global phase included. */
  public GateCall inverse() {
    if (gate instanceof GateDefinition definition) {
      return new GateCall(definition.inverse(), controls, angles, qubits);
    }
    return Inverses.of(this);
  }

  /** The matrix on the targets of a standard gate under a binding; controls left out. */
  public Unitary targetMatrix(Binding binding) {
    return standard()
        .targetMatrix(angles.stream().mapToDouble(angle -> angle.value(binding)).toArray());
  }

  /**
   * The gate as a standard one.
   *
   * @throws IllegalStateException if it is a definition: see {@link Circuit#flattened}
   */
  public GateName standard() {
    if (gate instanceof GateName name) {
      return name;
    }
    throw new IllegalStateException("gate " + gate.text() + " is a definition: flatten first");
  }

  /** The qubits that must be 1 for the matrix to act: extra controls and the gate's own. */
  public List<Integer> controlQubits() {
    return qubits.subList(0, controls + standard().controlCount());
  }

  /** The qubits that the matrix acts on. */
  public List<Integer> targetQubits() {
    return qubits.subList(controls + standard().controlCount(), qubits.size());
  }

  @Override
  public GateCall mapped(Relabelling relabelling) {
    return new GateCall(gate, controls, relabelling.angles(angles), relabelling.qubits(qubits));
  }
}

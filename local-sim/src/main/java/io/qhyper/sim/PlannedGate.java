package io.qhyper.sim;

import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import io.qhyper.circuit.Unitary;
import io.qhyper.sim.fused.GateShape;
import io.qhyper.sim.fused.Transition;
import io.qhyper.sim.state.StateGate;
import io.qhyper.sim.state.StateVector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** A gate of a plan: on compact qubits, numbers filled in as far as no row is needed; immutable. */
final class PlannedGate {
  private final GateName name;
  private final int[] controls;
  private final int[] targets;
  private final List<AffineAngle> angles;
  private final Optional<StateGate> constant;

  PlannedGate(GateCall call, IntUnaryOperator compact, List<Parameter> parameters) {
    this.name = call.standard();
    this.controls = compact(call.controlQubits(), compact);
    this.targets = compact(call.targetQubits(), compact);
    this.angles = call.angles().stream().map(angle -> AffineAngle.of(angle, parameters)).toList();
    // Beyond the reach of a state vector no gate is ever applied; its masks would not fit.
    boolean reachable =
        call.qubits().stream().allMatch(q -> compact.applyAsInt(q) < StateVector.MAX_QUBITS);
    this.constant =
        isParametrised() || !reachable ? Optional.empty() : Optional.of(fill(new double[0]));
  }

  private static int[] compact(List<Integer> qubits, IntUnaryOperator compact) {
    return qubits.stream().mapToInt(compact::applyAsInt).toArray();
  }

  /** The standard gate whose matrix acts on the targets. */
  GateName name() {
    return name;
  }

  /** The compact qubits that must be 1 for the matrix to act. */
  int[] controls() {
    return controls.clone();
  }

  /** The compact qubits that the matrix acts on. */
  int[] targets() {
    return targets.clone();
  }

  /** The gate's angles. */
  List<AffineAngle> angles() {
    return angles;
  }

  /** Whether the gate depends on the row. */
  boolean isParametrised() {
    return !angles.stream().allMatch(AffineAngle::isConstant);
  }

  /** The gate without its numbers. */
  GateShape shape() {
    return new GateShape(name, controls, targets);
  }

  /** The gate's matrix for one row, on its targets where all controls are 1. */
  Unitary matrix(double[] row) {
    return name.targetMatrix(values(row));
  }

  /** How many qubits the gate names. */
  int width() {
    return controls.length + targets.length;
  }

  /** The gate for one row. */
  StateGate at(double[] row) {
    return constant.orElseGet(() -> fill(row));
  }

  private StateGate fill(double[] row) {
    return StateGate.of(name, controls, targets, matrix(row));
  }

  /**
   * The complex conjugate of the gate on qubits {@code shift} above its own: what the gate does to
   * the columns of a density matrix.
   */
  StateGate conjugate(double[] row, int shift) {
    Unitary matrix = matrix(row);
    double[] im = Arrays.stream(matrix.im()).map(x -> -x).toArray();
    return StateGate.of(
        name,
        Arrays.stream(controls).map(qubit -> qubit + shift).toArray(),
        Arrays.stream(targets).map(qubit -> qubit + shift).toArray(),
        new Unitary(matrix.dimension(), matrix.re(), im));
  }

  private double[] values(double[] row) {
    double[] values = new double[angles.size()];
    Arrays.setAll(values, i -> angles.get(i).value(row));
    return values;
  }

  /** Adds the gate's part of the derivative, from what it sees of bra and ket, to a gradient. */
  void addSlopes(Transition transition, double[] row, double[] sum) {
    for (int k = 0; k < angles.size(); k++) {
      AffineAngle angle = angles.get(k);
      if (!angle.isConstant()) {
        angle.chain(transition.slope(Generators.of(name, values(row), k)), sum);
      }
    }
  }

  /**
   * Adds the gate's part of the derivative of ⟨ket|D|ket⟩ to a gradient, where bra = D·ket carried
   * back to just after this gate.
   */
  void addSlopes(StateVector bra, StateVector ket, StateGate gate, double[] row, double[] sum) {
    for (int k = 0; k < angles.size(); k++) {
      AffineAngle angle = angles.get(k);
      if (!angle.isConstant()) {
        Unitary generator = Generators.of(name, values(row), k);
        angle.chain(gate.slope(bra, ket, generator), sum);
      }
    }
  }
}

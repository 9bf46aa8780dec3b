package io.qhyper.hybrid;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.compile.DeadGates;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.shift.ParameterShift;

/**
 * What a run sends to a backend: one OpenQASM program with the live parameters as inputs, and the
 * way from the flat parameter vector to rows of input values and back to a gradient.
 */
public final class TrainingProgram {
  /** The classical register that holds the network's bits. */
  public static final String REGISTER = "c";

  private final int parameterCount;
  private final DeadGates.Removal removal;
  private final ParameterShift shift;
  private final String text;

  private TrainingProgram(Ansatz ansatz) {
    this.parameterCount = ansatz.parameterCount();
    this.removal = DeadGates.remove(ansatz.circuit());
    this.shift = ParameterShift.of(removal.circuit());
    this.text = Qasm3Writer.write(shift.program());
  }

  /** The program of an ansatz without its dead gates. */
  public static TrainingProgram of(Ansatz ansatz) {
    return new TrainingProgram(ansatz);
  }

  /** The OpenQASM 3 text. */
  public String text() {
    return text;
  }

  /** The program as a circuit. */
  public Circuit circuit() {
    return shift.program();
  }

  /** Length of the flat parameter vector, dead parameters included. */
  public int parameterCount() {
    return parameterCount;
  }

  /** Number of parameters on which the measured distribution depends. */
  public int liveParameters() {
    return removal.live().size();
  }

  /** Number of gates on two or more qubits. */
  public long entanglingGates() {
    return circuit().instructions().stream()
        .filter(step -> step instanceof GateCall call && call.qubits().size() > 1)
        .count();
  }

  /** The input values at θ. */
  public double[] row(double[] theta) {
    return shift.row(removal.liveValues(checked(theta)));
  }

  /** The input values of all circuits of one gradient at θ. */
  public double[][] shiftedRows(double[] theta) {
    return shift.shiftedRows(removal.liveValues(checked(theta)));
  }

  /**
   * The gradient from the expectations at {@link #shiftedRows}.
   *
   * @param means one per row
   * @param standardErrors one per row, independent of each other
   */
  public GradientEstimate gradient(double[] means, double[] standardErrors) {
    return new GradientEstimate(
        spread(shift.gradient(means)), spread(shift.gradientErrors(standardErrors)));
  }

  /** A copy of a flat vector with zeros in place of the dead parameters. */
  public double[] liveOnly(double[] flat) {
    return spread(removal.liveValues(checked(flat)));
  }

  /** The gradient in the flat vector from the exact derivatives in the program's inputs. */
  public double[] gradientFromInputs(double[] byInput) {
    return spread(shift.chainRule(byInput));
  }

  private double[] spread(double[] live) {
    double[] full = new double[parameterCount];
    for (int i = 0; i < live.length; i++) {
      full[removal.live().get(i)] = live[i];
    }
    return full;
  }

  private double[] checked(double[] theta) {
    if (theta.length != parameterCount) {
      throw new IllegalArgumentException(
          "expected " + parameterCount + " parameters, got " + theta.length);
    }
    return theta;
  }
}

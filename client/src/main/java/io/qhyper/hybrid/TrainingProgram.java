package io.qhyper.hybrid;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Parameter;
import io.qhyper.compile.DeadGates;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.shift.ParameterShift;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a run sends to a backend: one OpenQASM program with the live parameters as inputs, and the
 * way from the flat parameter vector to rows of input values and back to a gradient.
 */
public final class TrainingProgram {
  /** The classical register that holds the network's bits. */
  public static final String REGISTER = "c";

  private final List<Integer> inputs; // positions in the flat vector
  private final List<Integer> live;
  private final int parameterCount;
  private final ParameterShift shift;
  private final String text;

  /**
   * A program.
   *
   * @param circuit whose parameters are {@code inputs} of the flat vector
   * @param live those of the inputs on which the measured distribution depends
   */
  private TrainingProgram(
      int parameterCount, Circuit circuit, List<Integer> inputs, List<Integer> live) {
    this.parameterCount = parameterCount;
    this.inputs = List.copyOf(inputs);
    this.live = List.copyOf(live);
    List<Parameter> wanted =
        IntStream.range(0, inputs.size())
            .filter(i -> this.live.contains(inputs.get(i)))
            .mapToObj(circuit.parameters()::get)
            .toList();
    this.shift = ParameterShift.of(circuit, wanted);
    this.text = Qasm3Writer.write(shift.program());
  }

  /** The program of an ansatz without its dead gates. */
  public static TrainingProgram of(Ansatz ansatz) {
    DeadGates.Removal removal = DeadGates.remove(ansatz.circuit());
    return new TrainingProgram(
        ansatz.parameterCount(), removal.circuit(), removal.live(), removal.live());
  }

  /**
   * The program of a whole ansatz, for noise that acts on dead gates, too.
   *
   * <p>Incoherent noise keeps parameters dead: before them it leaves a mixture of basis states,
   * which diagonal gates don't change, and after them nothing that is read but the diagonal of the
   * density matrix. So nothing is spent on their gradients.
   *
   * @param liveness on which parameters the noise lets the distribution depend
   */
  public static TrainingProgram whole(Ansatz ansatz, Liveness liveness) {
    Circuit circuit = ansatz.circuit();
    List<Integer> all = IntStream.range(0, circuit.parameters().size()).boxed().toList();
    List<Integer> live =
        liveness == Liveness.AS_WITHOUT_NOISE ? DeadGates.remove(circuit).live() : all;
    return new TrainingProgram(ansatz.parameterCount(), circuit, all, live);
  }

  /** On which parameters a distribution depends. */
  public enum Liveness {
    /** Those that matter without noise. */
    AS_WITHOUT_NOISE,
    /** Perhaps on any. */
    ANY
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
    return live.size();
  }

  /** Where in the flat vector the parameters are on which the measured distribution depends. */
  List<Integer> live() {
    return live;
  }

  /** Number of gates on two or more qubits. */
  public long entanglingGates() {
    return circuit().instructions().stream()
        .filter(step -> step instanceof GateCall call && call.qubits().size() > 1)
        .count();
  }

  /** The input values at θ. */
  public double[] row(double[] theta) {
    return shift.row(inputValues(theta));
  }

  /** The input values of all circuits of one gradient at θ. */
  public double[][] shiftedRows(double[] theta) {
    return shift.shiftedRows(inputValues(theta));
  }

  /**
   * The input values of the circuits that some derivatives take at θ: some of {@link
   * #shiftedRows(double[])}, in their order.
   *
   * @param wanted positions in the flat vector, all live
   */
  public double[][] shiftedRows(double[] theta, Collection<Integer> wanted) {
    return shift.shiftedRows(inputValues(theta), rowsOf(wanted));
  }

  private int[] rowsOf(Collection<Integer> wanted) {
    return shift.rowsOf(
        wanted.stream().map(i -> shift.parameters().get(inputs.indexOf(i))).toList());
  }

  /**
   * Some derivatives, from the expectations at their rows; 0 for the others.
   *
   * @param wanted positions in the flat vector, all live
   * @param means one per row of {@link #shiftedRows(double[], Collection)}
   * @param standardErrors one per row, independent of each other
   */
  public GradientEstimate gradient(
      Collection<Integer> wanted, double[] means, double[] standardErrors) {
    int[] rows = rowsOf(wanted);
    if (means.length != rows.length || standardErrors.length != rows.length) {
      throw new IllegalArgumentException(
          "expected %d means and errors, got %d and %d"
              .formatted(rows.length, means.length, standardErrors.length));
    }
    double[] allMeans = new double[shift.rowCount()];
    double[] allErrors = new double[allMeans.length];
    for (int i = 0; i < rows.length; i++) {
      allMeans[rows[i]] = means[i];
      allErrors[rows[i]] = standardErrors[i];
    }
    // A row can serve a parameter that was not wanted, too, whose other rows are missing.
    GradientEstimate partial = gradient(allMeans, allErrors);
    double[] values = new double[parameterCount];
    double[] errors = new double[parameterCount];
    for (int i : wanted) {
      values[i] = partial.values()[i];
      errors[i] = partial.standardErrors()[i];
    }
    return new GradientEstimate(values, errors);
  }

  /**
   * The gradient from the expectations at {@link #shiftedRows(double[])}.
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
    double[] kept = new double[checked(flat).length];
    live.forEach(i -> kept[i] = flat[i]);
    return kept;
  }

  /** The gradient in the flat vector from the exact derivatives in the program's inputs. */
  public double[] gradientFromInputs(double[] byInput) {
    return spread(shift.chainRule(byInput));
  }

  private double[] inputValues(double[] theta) {
    double[] flat = checked(theta);
    return inputs.stream().mapToDouble(i -> flat[i]).toArray();
  }

  private double[] spread(double[] byInput) {
    double[] full = new double[parameterCount];
    for (int i = 0; i < byInput.length; i++) {
      full[inputs.get(i)] = byInput[i];
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

package io.qhyper.shift;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameter-shift gradient of one circuit: a program whose inputs can be shifted one by one,
 * the rows of input values to measure, and how their means combine.
 *
 * <p>A parameter that occurs once and bare is shifted itself. Where it occurs several times, with a
 * factor or in a sum, every angle becomes an input of its own and the chain rule adds up
 * (reference, section 1). One gradient takes two rows for every rotation angle and four for every
 * controlled one.
 */
public final class ParameterShift {
  private record Shift(int input, ShiftRule.Term term) {}

  private final List<Parameter> parameters;
  private final Circuit program;
  private final List<Angle> inputAngles;
  private final List<Shift> shifts = new ArrayList<>();

  private ParameterShift(Circuit circuit) {
    this.parameters = circuit.parameters();
    InputSplit split = InputSplit.of(circuit);
    this.program = split.program();
    this.inputAngles = split.inputAngles();
    for (int input = 0; input < inputAngles.size(); input++) {
      for (ShiftRule.Term term : split.rules().get(input).terms()) {
        shifts.add(new Shift(input, term));
      }
    }
  }

  /**
   * The rule for a circuit of standard gates.
   *
   * @throws IllegalArgumentException if a parameter occurs where no rule holds: inside an {@code
   *     if}
   */
  public static ParameterShift of(Circuit circuit) {
    return new ParameterShift(circuit.flattened());
  }

  /**
   * The program to run; its inputs are what {@link #row} and {@link #shiftedRows} give values for.
   */
  public Circuit program() {
    return program;
  }

  /** The parameters of the gradient, in order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The input values of the unshifted program. */
  public double[] row(double[] theta) {
    Binding binding = Binding.of(parameters, theta);
    return inputAngles.stream().mapToDouble(angle -> angle.value(binding)).toArray();
  }

  /** The input values of all shifted programs of one gradient, in a fixed order. */
  public double[][] shiftedRows(double[] theta) {
    double[] base = row(theta);
    double[][] rows = new double[shifts.size()][];
    for (int s = 0; s < rows.length; s++) {
      rows[s] = base.clone();
      rows[s][shifts.get(s).input()] += shifts.get(s).term().displacement();
    }
    return rows;
  }

  /**
   * The gradient, from the expectation at each shifted row.
   *
   * @param expectations one per row of {@link #shiftedRows}
   * @return one per parameter; 0 for those that do not occur
   */
  public double[] gradient(double[] expectations) {
    double[] byInput = new double[inputAngles.size()];
    for (int s = 0; s < shifts.size(); s++) {
      byInput[shifts.get(s).input()] += shifts.get(s).term().weight() * expectations[s];
    }
    return chainRule(byInput);
  }

  /**
   * The gradient in the parameters from the derivatives in the program's inputs.
   *
   * @param byInput one per input of {@link #program}
   */
  public double[] chainRule(double[] byInput) {
    double[] gradient = new double[parameters.size()];
    forEachTerm((input, parameter, factor) -> gradient[parameter] += factor * byInput[input]);
    return gradient;
  }

  /**
   * The standard error of each component of the gradient, from independent errors of the rows.
   *
   * @param standardErrors one per row of {@link #shiftedRows}
   */
  public double[] gradientErrors(double[] standardErrors) {
    double[] variance = new double[parameters.size()];
    double[] byInput = new double[inputAngles.size()];
    for (int s = 0; s < shifts.size(); s++) {
      double error = shifts.get(s).term().weight() * standardErrors[s];
      byInput[shifts.get(s).input()] += error * error;
    }
    forEachTerm(
        (input, parameter, factor) -> variance[parameter] += factor * factor * byInput[input]);
    for (int i = 0; i < variance.length; i++) {
      variance[i] = Math.sqrt(variance[i]);
    }
    return variance;
  }

  private interface TermVisitor {
    void visit(int input, int parameter, double factor);
  }

  private void forEachTerm(TermVisitor visitor) {
    for (int input = 0; input < inputAngles.size(); input++) {
      for (Angle.Term term : inputAngles.get(input).terms()) {
        visitor.visit(input, parameters.indexOf(term.parameter()), term.coefficient());
      }
    }
  }
}

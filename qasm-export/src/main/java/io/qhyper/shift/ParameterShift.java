package io.qhyper.shift;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /** The factor by which a parameter goes into an input. */
  private record Share(int input, int parameter, double factor) {}

  private final List<Parameter> parameters;
  private final Circuit program;
  private final List<Angle> inputAngles;
  private final List<Shift> shifts = new ArrayList<>();
  private final List<Share> shares = new ArrayList<>();

  private ParameterShift(Circuit circuit, Set<Parameter> live) {
    InputSplit split = InputSplit.of(circuit);
    List<InputSplit.Input> inputs = split.inputs();
    this.parameters = circuit.parameters();
    this.program = split.program();
    this.inputAngles = inputs.stream().map(InputSplit.Input::angle).toList();
    Map<Parameter, Integer> places = new HashMap<>();
    parameters.forEach(parameter -> places.put(parameter, places.size()));
    for (int input = 0; input < inputs.size(); input++) {
      if (inputs.get(input).angle().terms().stream().noneMatch(t -> live.contains(t.parameter()))) {
        continue;
      }
      for (ShiftRule.Term term : inputs.get(input).rule().terms()) {
        shifts.add(new Shift(input, term));
      }
      for (Angle.Term term : inputAngles.get(input).terms()) {
        shares.add(new Share(input, places.get(term.parameter()), term.coefficient()));
      }
    }
  }

  /**
   * The rule for a circuit; definitions are flattened first.
   *
   * @throws IllegalArgumentException if a parameter occurs where no rule holds: inside an {@code
   *     if}
   */
  public static ParameterShift of(Circuit circuit) {
    return of(circuit, circuit.parameters());
  }

  /**
   * The rule for a circuit in which the expectation is known not to depend on some parameters: the
   * program keeps them as inputs, but no row is spent on them, and their gradient is 0.
   *
   * @param live the parameters that the gradient is wanted in
   * @throws IllegalArgumentException as {@link #of(Circuit)}
   */
  public static ParameterShift of(Circuit circuit, Collection<Parameter> live) {
    return new ParameterShift(circuit.flattened(), Set.copyOf(live));
  }

  /**
   * The program to run; its inputs are what {@link #row} and {@link #shiftedRows(double[])} give
   * values for.
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
    return shiftedRows(theta, IntStream.range(0, rowCount()).toArray());
  }

  /**
   * The input values of some of the shifted programs.
   *
   * @param wanted positions among {@link #shiftedRows(double[])}
   */
  public double[][] shiftedRows(double[] theta, int[] wanted) {
    double[] base = row(theta);
    double[][] rows = new double[wanted.length][];
    for (int i = 0; i < rows.length; i++) {
      Shift shift = shifts.get(wanted[i]);
      rows[i] = base.clone();
      rows[i][shift.input()] += shift.term().displacement();
    }
    return rows;
  }

  /** How many rows a gradient takes. */
  public int rowCount() {
    return shifts.size();
  }

  /**
   * The rows that the derivatives in some parameters take.
   *
   * @return positions among {@link #shiftedRows(double[])}, rising
   */
  public int[] rowsOf(Collection<Parameter> wanted) {
    Set<Integer> inputs =
        shares.stream()
            .filter(share -> wanted.contains(parameters.get(share.parameter())))
            .map(Share::input)
            .collect(Collectors.toSet());
    return IntStream.range(0, shifts.size())
        .filter(s -> inputs.contains(shifts.get(s).input()))
        .toArray();
  }

  /**
   * The gradient, from the expectation at each shifted row.
   *
   * @param expectations one per row of {@link #shiftedRows(double[])}
   * @return one per parameter; 0 for those that do not occur
   * @throws IllegalArgumentException if there are more or fewer expectations than rows
   */
  public double[] gradient(double[] expectations) {
    requireLength("expectations", expectations, shifts.size());
    double[] byInput = new double[inputAngles.size()];
    for (int s = 0; s < expectations.length; s++) {
      byInput[shifts.get(s).input()] += shifts.get(s).term().weight() * expectations[s];
    }
    return chainRule(byInput);
  }

  /**
   * The gradient in the parameters from the derivatives in the program's inputs.
   *
   * @param byInput one per input of {@link #program}
   * @throws IllegalArgumentException if there are more or fewer
   */
  public double[] chainRule(double[] byInput) {
    requireLength("derivatives", byInput, inputAngles.size());
    double[] gradient = new double[parameters.size()];
    for (Share share : shares) {
      gradient[share.parameter()] += share.factor() * byInput[share.input()];
    }
    return gradient;
  }

  /**
   * The standard error of each component of the gradient, from independent errors of the rows.
   *
   * @param standardErrors one per row of {@link #shiftedRows(double[])}
   * @throws IllegalArgumentException if there are more or fewer
   */
  public double[] gradientErrors(double[] standardErrors) {
    requireLength("standard errors", standardErrors, shifts.size());
    double[] byInput = new double[inputAngles.size()];
    for (int s = 0; s < standardErrors.length; s++) {
      double error = shifts.get(s).term().weight() * standardErrors[s];
      byInput[shifts.get(s).input()] += error * error;
    }
    double[] variance = new double[parameters.size()];
    for (Share share : shares) {
      variance[share.parameter()] += share.factor() * share.factor() * byInput[share.input()];
    }
    return Arrays.stream(variance).map(Math::sqrt).toArray();
  }

  private static void requireLength(String what, double[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "expected " + expected + " " + what + ", got " + values.length);
    }
  }
}

package io.qhyper.circuit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values for parameters. */
@FunctionalInterface
public interface Binding {
  /** Binds nothing. */
  Binding NONE = of(Map.of());

  /**
   * The value of a parameter, in radians.
   *
   * @throws IllegalArgumentException if it has none
   */
  double value(Parameter parameter);

  /** The binding of named values. */
  static Binding of(Map<Parameter, Double> values) {
    Map<Parameter, Double> copy = Map.copyOf(values);
    return parameter -> {
      Double value = copy.get(parameter);
      if (value == null) {
        throw new IllegalArgumentException(
            "parameter " + parameter + " has no value; bound are " + copy.keySet());
      }
      return value;
    };
  }

  /**
   * The binding of a list of parameters to a row of values in the same order.
   *
   * @throws IllegalArgumentException if the lengths differ or a value is not finite
   */
  static Binding of(List<Parameter> parameters, double[] row) {
    if (row.length != parameters.size()) {
      throw new IllegalArgumentException(
          "expected " + parameters.size() + " parameter values, got " + row.length);
    }
    Map<Parameter, Double> values = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      if (!Double.isFinite(row[i])) {
        throw new IllegalArgumentException(
            "parameter " + parameters.get(i) + " must be finite, got " + row[i]);
      }
      values.put(parameters.get(i), row[i]);
    }
    return of(values);
  }
}

package io.qhyper.optim;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything an optimiser remembers between two steps, in a form that any file format can hold.
 *
 * <p>Two states are equal when all numbers are equal bit for bit (0.0 and −0.0 differ). The order
 * of the vectors is kept for readers, but does not count in comparisons.
 *
 * @param steps how many steps were made, from 0
 * @param vectors the remembered vectors by name, all finite; copied in and out
 */
public record OptimizerState(long steps, Map<String, double[]> vectors) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if {@code steps} is negative or a number is not finite
   */
  public OptimizerState {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must not be negative, but is " + steps);
    }
    vectors.forEach(Checks::finite);
    vectors = copy(vectors);
  }

  @Override
  public Map<String, double[]> vectors() {
    return copy(vectors);
  }

  /**
   * A copy of one vector.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public double[] vector(String name) {
    final double[] found = vectors.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "the optimiser state has no vector '%s', only %s; it was saved by another optimiser"
              .formatted(name, vectors.keySet()));
    }
    return found.clone();
  }

  /** A copy of the vector, which must have as many entries as there are parameters. */
  double[] vector(String name, int parameters) {
    return Checks.sameLength("state vector " + name, vector(name), parameters);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OptimizerState that
        && steps == that.steps
        && vectors.keySet().equals(that.vectors.keySet())
        && vectors.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), that.vectors.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    int hash = Long.hashCode(steps);
    for (Map.Entry<String, double[]> entry : vectors.entrySet()) {
      hash += entry.getKey().hashCode() ^ Arrays.hashCode(entry.getValue());
    }
    return hash;
  }

  @Override
  public String toString() {
    return vectors.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Arrays.toString(entry.getValue()))
        .collect(Collectors.joining(", ", "OptimizerState[steps=" + steps + ", {", "}]"));
  }

  private static Map<String, double[]> copy(Map<String, double[]> vectors) {
    final Map<String, double[]> copy = new LinkedHashMap<>();
    vectors.forEach((name, values) -> copy.put(name, values.clone()));
    return Collections.unmodifiableMap(copy);
  }
}

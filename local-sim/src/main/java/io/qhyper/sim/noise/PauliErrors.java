package io.qhyper.sim.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pauli operators that act by chance.
 *
 * @param probabilities the probability of each operator, by its letters I, X, Y and Z, one per
 *     qubit in the order of the gate ({@code XI} is X on the first); what they leave of 1 is the
 *     probability that nothing happens
 */
public record PauliErrors(Map<String, Double> probabilities) implements Channel {
  private static final double ROUNDING = 1e-12;

  public PauliErrors {
    probabilities = Collections.unmodifiableMap(new TreeMap<>(probabilities));
    if (probabilities.isEmpty()) {
      throw new IllegalArgumentException("Pauli errors need at least one operator, got none");
    }
    int length = probabilities.keySet().iterator().next().length();
    double sum = 0;
    for (Map.Entry<String, Double> error : probabilities.entrySet()) {
      Paulis.number(error.getKey());
      if (error.getKey().length() != length) {
        throw new IllegalArgumentException(
            "Pauli strings of one channel have one length, got " + probabilities.keySet());
      }
      sum += Values.probability("probability of " + error.getKey(), error.getValue());
    }
    if (sum > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "probabilities of Pauli errors must not add up to more than 1, got " + sum);
    }
  }

  @Override
  public int qubits() {
    return probabilities.keySet().iterator().next().length();
  }

  @Override
  public Optional<double[]> pauliProbabilities() {
    double[] byNumber = new double[1 << (2 * qubits())];
    byNumber[0] = 1;
    probabilities.forEach(
        (letters, probability) -> {
          byNumber[0] -= probability;
          byNumber[Paulis.number(letters)] += probability;
        });
    byNumber[0] = Math.max(0, byNumber[0]);
    return Optional.of(byNumber);
  }

  @Override
  public List<KrausOperator> kraus() {
    return kraus(qubits(), pauliProbabilities().orElseThrow());
  }

  /** The Kraus operators of Pauli operators with probabilities by number. */
  static List<KrausOperator> kraus(int qubits, double[] byNumber) {
    List<KrausOperator> operators = new ArrayList<>();
    for (int number = 0; number < byNumber.length; number++) {
      if (byNumber[number] > 0) {
        operators.add(Paulis.matrix(qubits, number).times(Math.sqrt(byNumber[number])));
      }
    }
    return operators;
  }

  @Override
  public PauliErrors scaled(double factor) {
    Map<String, Double> scaled = new TreeMap<>();
    probabilities.forEach(
        (letters, probability) ->
            scaled.put(letters, Values.scaled("probability of " + letters, probability, factor)));
    return new PauliErrors(scaled);
  }

  @Override
  public boolean isIdentity() {
    return pauliProbabilities().orElseThrow()[0] == 1;
  }
}

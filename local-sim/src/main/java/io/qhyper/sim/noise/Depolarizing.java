package io.qhyper.sim.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Depolarising noise on one or two qubits, given by p: with probability p one of the 3 (15) Pauli
 * operators other than the identity acts, each equally likely.
 *
 * <p>The same channel has two more numbers, with d = 2^qubits: the mixing weight λ = p·d²/(d²−1) of
 * the maximally mixed state in ρ → (1−λ)ρ + λ·1/d, and the average gate infidelity r = p·d/(d+1),
 * which devices report as gate error. p2 = 0.00375 is λ = 0.004 and r = 0.003.
 *
 * @param qubits 1 or 2
 * @param pauliProbability p, the probability that some Pauli error acts; in [0, 1]
 */
public record Depolarizing(int qubits, double pauliProbability) implements Channel {
  public Depolarizing {
    if (qubits != 1 && qubits != 2) {
      throw new IllegalArgumentException("depolarising acts on 1 or 2 qubits, got " + qubits);
    }
    Values.probability("Pauli error probability p", pauliProbability);
  }

  /** The channel of a Pauli error probability p in [0, 1]. */
  public static Depolarizing ofPauliProbability(int qubits, double p) {
    return new Depolarizing(qubits, p);
  }

  /** The channel of a mixing weight λ in [0, d²/(d²−1)]. */
  public static Depolarizing ofMixingWeight(int qubits, double lambda) {
    double squared = squaredDimension(qubits);
    return new Depolarizing(qubits, lambda * (squared - 1) / squared);
  }

  /** The channel of an average gate infidelity r in [0, d/(d+1)]. */
  public static Depolarizing ofInfidelity(int qubits, double r) {
    double d = 1 << qubits;
    return new Depolarizing(qubits, r * (d + 1) / d);
  }

  private static double squaredDimension(int qubits) {
    return 1 << (2 * qubits);
  }

  /** λ, the weight of the maximally mixed state. */
  public double mixingWeight() {
    double squared = squaredDimension(qubits);
    return pauliProbability * squared / (squared - 1);
  }

  /** r, the average gate infidelity. */
  public double infidelity() {
    double d = 1 << qubits;
    return pauliProbability * d / (d + 1);
  }

  @Override
  public Optional<double[]> pauliProbabilities() {
    double[] probabilities = new double[1 << (2 * qubits)];
    Arrays.fill(probabilities, pauliProbability / (probabilities.length - 1));
    probabilities[0] = 1 - pauliProbability;
    return Optional.of(probabilities);
  }

  @Override
  public List<KrausOperator> kraus() {
    return PauliErrors.kraus(qubits, pauliProbabilities().orElseThrow());
  }

  @Override
  public Depolarizing scaled(double factor) {
    return new Depolarizing(
        qubits, Values.scaled("Pauli error probability", pauliProbability, factor));
  }

  @Override
  public boolean isIdentity() {
    return pauliProbability == 0;
  }
}

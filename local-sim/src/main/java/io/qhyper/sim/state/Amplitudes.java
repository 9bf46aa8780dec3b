package io.qhyper.sim.state;

/**
 * The state of n qubits, however its amplitudes are held.
 *
 * <p>Mutable, for one thread at a time.
 *
 * @param <S> the type itself
 */
public interface Amplitudes<S extends Amplitudes<S>> {
  /** Number of amplitudes: 2^n. */
  int size();

  /** Squared modulus of the amplitude of a basis index. */
  double probability(int index);

  /** An independent state with the same amplitudes. */
  S copy();

  /** The probability that measuring a qubit gives 1; in [0, 1]. One pass. */
  double probabilityOfOne(int qubit);

  /**
   * Puts the state into what is left after measuring a qubit gave an outcome.
   *
   * @param outcome 0 or 1
   * @param probability of that outcome; above 0
   */
  void collapse(int qubit, int outcome, double probability);

  /** Applies X to a qubit. */
  void flip(int qubit);

  /** Multiplies the amplitude of every basis index by the weight that a table holds for it. */
  void weigh(double[] weights, IndexMap map);

  /** Σ |amplitude|²·weight, where a table holds the weight of every basis index. One pass. */
  double mean(double[] weights, IndexMap map);

  /** Adds the probability of every basis index to the table entry that the map names. */
  void addProbabilities(double[] table, IndexMap map);
}

package io.qhyper.sim.noise;

import java.util.List;
import java.util.Optional;

/** What noise does to one or two qubits: ρ → Σ K ρ K†; immutable. */
public sealed interface Channel
    permits Depolarizing,
        PauliErrors,
        AmplitudeDamping,
        PhaseDamping,
        ThermalRelaxation,
        OverRotation,
        KrausChannel {

  /** Number of qubits: 1 or 2. */
  int qubits();

  /** Its Kraus operators, whose K†K add up to the identity; operators that are 0 are left out. */
  List<KrausOperator> kraus();

  /**
   * The probability of each Pauli operator, 4^qubits of them, if the channel only applies Pauli
   * operators by chance; adds up to 1.
   *
   * <p>By number in base 4: digit k for qubit k, I = 0, X = 1, Z = 2, Y = 3.
   */
  default Optional<double[]> pauliProbabilities() {
    return Optional.empty();
  }

  /**
   * Whether it turns basis states into mixtures of basis states and keeps what commutes with Z
   * measurements so: true of Pauli errors, damping and relaxation, not of coherent errors.
   */
  default boolean isIncoherent() {
    return true;
  }

  /**
   * The same channel, {@code factor} times as strong; 0 gives one that does nothing.
   *
   * @param factor not negative
   * @throws IllegalArgumentException if no channel is that strong
   */
  Channel scaled(double factor);

  /** Whether it does nothing. */
  boolean isIdentity();
}

package io.qhyper.sim;

import java.util.Arrays;
import java.util.Locale;

/** The ways to simulate noise, by the names that the command line has for them. */
public enum NoiseMethod {
  /** Frames where they hold; else the density matrix of few qubits; else trajectories. */
  AUTO,
  /**
   * Pauli errors pushed to the end of the circuit: each shot is a noise-free circuit with the signs
   * of some angles flipped, and some bits flipped at the end. Exact for Pauli channels.
   */
  FRAMES,
  /** Each shot draws one Kraus operator per channel; every channel and program. */
  TRAJECTORIES,
  /** The whole density matrix, 4^n numbers: exact probabilities for few qubits. */
  DENSITY;

  /**
   * The method of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static NoiseMethod named(String name) {
    return Arrays.stream(values())
        .filter(method -> method.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a noise method is one of "
                        + Arrays.toString(values())
                        + ", got '"
                        + name
                        + "'"));
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

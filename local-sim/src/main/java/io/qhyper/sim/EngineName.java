package io.qhyper.sim;

import java.util.Arrays;
import java.util.Locale;

/** The ways to simulate a program, by the names that the command line has for them. */
public enum EngineName {
  /** The one that the planner estimates to be the fastest. */
  AUTO,
  /**
   * Two halves of a line of qubits, joined by the few terms that the gates across the cut make; no
   * amplitudes of the whole.
   */
  LINE,
  /** A matrix product state. */
  MPS,
  /** All amplitudes, gates merged before they are applied. */
  STATEVECTOR,
  /** All amplitudes, gate by gate: plain, and what the others are compared with. */
  REFERENCE;

  /**
   * The engine of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EngineName named(String name) {
    return Arrays.stream(values())
        .filter(engine -> engine.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an engine is one of " + Arrays.toString(values()) + ", got '" + name + "'"));
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

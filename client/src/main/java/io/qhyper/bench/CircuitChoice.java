package io.qhyper.bench;

import java.util.Arrays;
import java.util.Locale;

/** The circuits that can be timed, by the names that the command line has for them. */
public enum CircuitChoice {
  /** The paper's ansatz. */
  BRICKWORK(new BrickworkFamily()),
  /** Rotations about random axes, and gates on random pairs of qubits. */
  RANDOM_PAIRS(new RandomPairsFamily());

  @SuppressWarnings("ImmutableEnumChecker") // families have no state
  private final CircuitFamily family;

  CircuitChoice(CircuitFamily family) {
    this.family = family;
  }

  /**
   * The choice of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CircuitChoice named(String name) {
    return Arrays.stream(values())
        .filter(choice -> choice.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a circuit is one of " + Arrays.toString(values()) + ", got '" + name + "'"));
  }

  CircuitFamily family() {
    return family;
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

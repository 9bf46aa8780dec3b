package io.qhyper.compile;

import java.util.OptionalDouble;

/**
 * What a device says of one gate on one tuple of qubits; what it does not say is empty, never 0.
 *
 * @param error average gate infidelity in [0, 1]; 1 marks a gate that cannot be used
 * @param length duration in seconds, not negative
 * @param operational false where the device says that the gate does not work
 */
public record GateFacts(OptionalDouble error, OptionalDouble length, boolean operational) {
  /** A gate of which nothing but its being there is known. */
  public static final GateFacts UNKNOWN =
      new GateFacts(OptionalDouble.empty(), OptionalDouble.empty(), true);

  public GateFacts {
    Numbers.requireProbability("gate error", error);
    Numbers.requireNotNegative("gate length", length);
  }

  /** Whether the gate must not be used here: not operational, or an error of 1. */
  public boolean isFaulty() {
    return !operational || error.orElse(0) >= 1;
  }
}

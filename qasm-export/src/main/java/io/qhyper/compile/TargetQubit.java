package io.qhyper.compile;

import java.util.OptionalDouble;

/**
 * What a device says of one qubit; what it does not say is empty, never 0.
 *
 * @param t1 relaxation time in seconds
 * @param t2 dephasing time in seconds, as the device gives it: sometimes above 2·T1
 * @param readoutError mean of the two misreading probabilities
 * @param prob0Given1 probability to read 0 where 1 was prepared
 * @param prob1Given0 probability to read 1 where 0 was prepared
 * @param readoutLength duration of a measurement in seconds
 * @param operational false where the device says that the qubit does not work
 */
public record TargetQubit(
    OptionalDouble t1,
    OptionalDouble t2,
    OptionalDouble readoutError,
    OptionalDouble prob0Given1,
    OptionalDouble prob1Given0,
    OptionalDouble readoutLength,
    boolean operational) {
  /** From here on a measurement tells next to nothing: devices mark such qubits by about 0.5. */
  public static final double UNREADABLE = 0.45;

  /** A qubit of which nothing but its being there is known. */
  public static final TargetQubit UNKNOWN =
      new TargetQubit(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          true);

  public TargetQubit {
    Numbers.requireNotNegative("T1", t1);
    Numbers.requireNotNegative("T2", t2);
    Numbers.requireProbability("readout error", readoutError);
    Numbers.requireProbability("probability of 0 given 1", prob0Given1);
    Numbers.requireProbability("probability of 1 given 0", prob1Given0);
    Numbers.requireNotNegative("readout length", readoutLength);
  }

  /** Whether a measurement of this qubit tells anything, as far as the device says. */
  public boolean isReadable() {
    return operational && !(readoutError.orElse(0) >= UNREADABLE);
  }
}

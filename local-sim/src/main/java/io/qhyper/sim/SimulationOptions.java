package io.qhyper.sim;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How programs are simulated.
 *
 * @param engine what runs them; {@link EngineName#AUTO} leaves it to the planner
 * @param maxBond the most terms that a matrix product state keeps at a bond, at least 1; empty
 *     keeps all, which is exact
 * @param noise what disturbs the program; empty for an ideal device
 */
public record SimulationOptions(EngineName engine, OptionalInt maxBond, Optional<Noise> noise) {
  /** The planner chooses and everything is exact. */
  public static final SimulationOptions DEFAULT =
      new SimulationOptions(EngineName.AUTO, OptionalInt.empty());

  /** Options without noise. */
  public SimulationOptions(EngineName engine, OptionalInt maxBond) {
    this(engine, maxBond, Optional.empty());
  }

  public SimulationOptions {
    if (maxBond.isPresent() && maxBond.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "the largest bond must be at least 1, got " + maxBond.getAsInt());
    }
  }

  /** These options with another engine. */
  public SimulationOptions withEngine(EngineName other) {
    return new SimulationOptions(other, maxBond, noise);
  }

  /** These options with a largest bond. */
  public SimulationOptions withMaxBond(int bond) {
    return new SimulationOptions(engine, OptionalInt.of(bond), noise);
  }

  /** These options with noise. */
  public SimulationOptions withNoise(Noise other) {
    return new SimulationOptions(engine, maxBond, Optional.of(other));
  }

  /** These options for an ideal device. */
  public SimulationOptions withoutNoise() {
    return new SimulationOptions(engine, maxBond, Optional.empty());
  }
}

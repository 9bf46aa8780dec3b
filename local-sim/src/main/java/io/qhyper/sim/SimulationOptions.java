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
 * @param stateThreads how many threads may share the work on one large state, at least 1; no result
 *     depends on it
 */
public record SimulationOptions(
    EngineName engine, OptionalInt maxBond, Optional<Noise> noise, int stateThreads) {
  /** The planner chooses and everything is exact. */
  public static final SimulationOptions DEFAULT =
      new SimulationOptions(EngineName.AUTO, OptionalInt.empty());

  /** Options without noise. */
  public SimulationOptions(EngineName engine, OptionalInt maxBond) {
    this(engine, maxBond, Optional.empty());
  }

  /** Options for one thread a state. */
  public SimulationOptions(EngineName engine, OptionalInt maxBond, Optional<Noise> noise) {
    this(engine, maxBond, noise, 1);
  }

  public SimulationOptions {
    if (maxBond.isPresent() && maxBond.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "the largest bond must be at least 1, got " + maxBond.getAsInt());
    }
    if (stateThreads < 1) {
      throw new IllegalArgumentException(
          "threads of a state must be at least 1, got " + stateThreads);
    }
  }

  /** These options with another engine. */
  public SimulationOptions withEngine(EngineName other) {
    return new SimulationOptions(other, maxBond, noise, stateThreads);
  }

  /** These options with a largest bond. */
  public SimulationOptions withMaxBond(int bond) {
    return new SimulationOptions(engine, OptionalInt.of(bond), noise, stateThreads);
  }

  /** These options with noise. */
  public SimulationOptions withNoise(Noise other) {
    return new SimulationOptions(engine, maxBond, Optional.of(other), stateThreads);
  }

  /** These options for an ideal device. */
  public SimulationOptions withoutNoise() {
    return new SimulationOptions(engine, maxBond, Optional.empty(), stateThreads);
  }

  /** These options with so many threads for one large state. */
  public SimulationOptions withStateThreads(int threads) {
    return new SimulationOptions(engine, maxBond, noise, threads);
  }
}

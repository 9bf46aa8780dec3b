package io.qhyper.sim;

import java.util.Optional;

/**
 * What one engine would need for a program.
 *
 * @param engine which one; never {@link EngineName#AUTO}
 * @param milliseconds to prepare the state of one row on one thread, to an order of magnitude;
 *     infinite where it cannot
 * @param bytes of heap for that state; infinite where it cannot
 * @param method in a few words, what it would do
 * @param obstacle why it cannot run the program with these options; empty if it can
 */
public record EngineEstimate(
    EngineName engine,
    double milliseconds,
    double bytes,
    String method,
    Optional<String> obstacle) {

  /** The estimate of an engine that can run the program. */
  static EngineEstimate of(EngineName engine, double milliseconds, double bytes, String method) {
    return new EngineEstimate(engine, milliseconds, bytes, method, Optional.empty());
  }

  /** The estimate of an engine that cannot, and why. */
  static EngineEstimate impossible(EngineName engine, String obstacle) {
    return new EngineEstimate(
        engine, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, "", Optional.of(obstacle));
  }

  /** Whether the engine can run the program in a heap of so many bytes. */
  boolean fits(long heapBytes) {
    return obstacle.isEmpty() && bytes <= heapBytes;
  }
}

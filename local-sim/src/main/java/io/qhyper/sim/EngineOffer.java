package io.qhyper.sim;

/**
 * What an engine would need for a plan, and the engine itself, made of what was found out for that.
 *
 * @param estimate what it would need
 * @param maker makes it; not called if the estimate has an obstacle
 */
record EngineOffer(EngineEstimate estimate, Maker maker) {
  /** Makes an engine. */
  interface Maker {
    /**
     * The engine.
     *
     * @param others what the other engines offer for the same plan
     * @param heapBytes the most that the heap can hold
     */
    Engine make(Engines others, long heapBytes);
  }

  /** The offer of an engine that cannot run the plan. */
  static EngineOffer none(EngineName engine, String obstacle) {
    return new EngineOffer(
        EngineEstimate.impossible(engine, obstacle),
        (others, heapBytes) -> {
          throw new IllegalStateException("engine " + engine + " cannot run this: " + obstacle);
        });
  }
}

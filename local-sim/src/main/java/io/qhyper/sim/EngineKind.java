package io.qhyper.sim;

/** One kind of engine: says what it would need for a plan, and makes the engine. */
interface EngineKind {
  /** What the engine would need, or why it cannot run the plan with these options. */
  EngineEstimate estimate(Plan plan, SimulationOptions options);

  /**
   * The engine, for a plan whose estimate has no obstacle.
   *
   * @param heapBytes the most that the heap can hold
   */
  Engine engine(Plan plan, SimulationOptions options, long heapBytes);
}

package io.qhyper.sim;

/** One kind of engine: says what it would need for a plan. */
interface EngineKind {
  /** What the engine would need, or why it cannot run the plan with these options. */
  EngineOffer offer(Plan plan, SimulationOptions options);
}

package io.qhyper.sim;

import io.qhyper.sim.state.StateVector;

/** The reference engine, for every plan. */
final class ReferenceKind implements EngineKind {
  /** One gate on one amplitude, from passes over states that fit the caches and that do not. */
  private static final double NANOSECONDS = 1.5;

  @Override
  public EngineOffer offer(Plan plan, SimulationOptions options) {
    if (options.maxBond().isPresent()) {
      return EngineOffer.none(EngineName.REFERENCE, "it keeps no bonds to limit");
    }
    return new EngineOffer(
        estimate(plan), (others, heapBytes) -> new ReferenceEngine(plan, heapBytes));
  }

  private static EngineEstimate estimate(Plan plan) {
    double amplitudes = Math.scalb(1.0, plan.qubits());
    double gates = 1.0 + plan.prefix().size() + plan.tail().size();
    return EngineEstimate.of(
        EngineName.REFERENCE,
        gates * amplitudes * NANOSECONDS * 1e-6,
        StateVector.bytes(0) * amplitudes,
        "%d gates on 2^%d amplitudes, one by one".formatted((long) gates - 1, plan.qubits()));
  }
}

package io.qhyper.sim;

import io.qhyper.sim.state.StateVector;

/** The reference engine, for every plan. */
final class ReferenceKind implements EngineKind {
  /** One gate on one amplitude, from passes over states that fit the caches and that do not. */
  private static final double NANOSECONDS = 1.5;

  @Override
  public EngineEstimate estimate(Plan plan, SimulationOptions options) {
    if (options.maxBond().isPresent()) {
      return EngineEstimate.impossible(EngineName.REFERENCE, "it keeps no bonds to limit");
    }
    double amplitudes = Math.scalb(1.0, plan.qubits());
    double gates = 1.0 + plan.prefix().size() + plan.tail().size();
    return EngineEstimate.of(
        EngineName.REFERENCE,
        gates * amplitudes * NANOSECONDS * 1e-6,
        StateVector.bytes(0) * amplitudes,
        "%d gates on 2^%d amplitudes, one by one".formatted((long) gates - 1, plan.qubits()));
  }

  @Override
  public Engine engine(Plan plan, SimulationOptions options, long heapBytes) {
    return new ReferenceEngine(plan, heapBytes);
  }
}

package io.qhyper.sim;

import io.qhyper.sim.fused.Shape;
import io.qhyper.sim.state.StateVector;

/** The state-vector engine with merged gates, for every plan without very wide gates. */
final class StateVectorKind implements EngineKind {
  /** One gate on one amplitude, merged as it is; measured on random circuits. */
  private static final double NANOSECONDS = 0.5;

  /** To merge and schedule a gate, and to fill in its numbers, once for every row. */
  private static final double NANOSECONDS_A_GATE = 300;

  @Override
  public EngineOffer offer(Plan plan, SimulationOptions options) {
    if (options.maxBond().isPresent()) {
      return EngineOffer.none(EngineName.STATEVECTOR, "it keeps no bonds to limit");
    }
    if (!takes(plan)) {
      return EngineOffer.none(
          EngineName.STATEVECTOR,
          "a gate names %d qubits, it applies at most %d"
              .formatted(StateVectorEngine.widest(plan), Shape.WIDEST));
    }
    return new EngineOffer(
        estimate(plan),
        (others, heapBytes) -> new StateVectorEngine(plan, options.stateThreads(), heapBytes));
  }

  /** Whether the engine can run the gates of a plan. */
  static boolean takes(Plan plan) {
    return StateVectorEngine.widest(plan) <= Shape.WIDEST;
  }

  private static EngineEstimate estimate(Plan plan) {
    double amplitudes = Math.scalb(1.0, plan.qubits());
    double gates = 1.0 + plan.prefix().size() + plan.tail().size();
    return EngineEstimate.of(
        EngineName.STATEVECTOR,
        gates * (amplitudes * NANOSECONDS + NANOSECONDS_A_GATE) * 1e-6,
        StateVector.bytes(0) * amplitudes,
        "%d gates on 2^%d amplitudes, merged".formatted((long) gates - 1, plan.qubits()));
  }
}

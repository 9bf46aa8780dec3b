package io.qhyper.sim;

import java.util.Locale;

/** Matrix product states, for programs that only measure at their end. */
final class MpsKind implements EngineKind {
  @Override
  public EngineEstimate estimate(Plan plan, SimulationOptions options) {
    if (!plan.isTerminal()) {
      return EngineEstimate.impossible(
          EngineName.MPS,
          "it takes programs that only measure at their end; this one goes on after a measurement,"
              + " resets a qubit or branches");
    }
    BondEstimate bonds = BondEstimate.of(SiteOrder.of(plan, options.maxBond()), options.maxBond());
    return EngineEstimate.of(
        EngineName.MPS,
        bonds.milliseconds(),
        bonds.bytes(),
        String.format(
            Locale.ROOT,
            "a matrix product state on %d sites, %s",
            plan.qubits(),
            bonds.describe(options.maxBond())));
  }

  @Override
  public Engine engine(Plan plan, SimulationOptions options, long heapBytes) {
    SiteLine line = SiteOrder.of(plan, options.maxBond());
    double bytes = BondEstimate.of(line, options.maxBond()).bytes();
    return new MpsEngine(plan, line, options.maxBond(), bytes, heapBytes);
  }
}

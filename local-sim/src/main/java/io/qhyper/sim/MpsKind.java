package io.qhyper.sim;

import java.util.Locale;
import java.util.stream.IntStream;

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
    BondEstimate bonds = bonds(plan, options);
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

  private static BondEstimate bonds(Plan plan, SimulationOptions options) {
    return BondEstimate.of(line(plan), options.maxBond());
  }

  private static SiteLine line(Plan plan) {
    return new SiteLine(plan, IntStream.range(0, plan.qubits()).toArray());
  }

  @Override
  public Engine engine(Plan plan, SimulationOptions options, long heapBytes) {
    double bytes = bonds(plan, options).bytes();
    return new MpsEngine(plan, line(plan), options.maxBond(), bytes, heapBytes);
  }
}

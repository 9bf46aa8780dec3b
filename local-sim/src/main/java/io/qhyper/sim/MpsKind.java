package io.qhyper.sim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Matrix product states, for programs that only measure at their end. */
final class MpsKind implements EngineKind {
  /** What lists all values, the better one first. */
  private static final List<EngineKind> TABLES = List.of(new LineKind(), new StateVectorKind());

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
    return new MpsEngine(
        plan, line, options.maxBond(), bytes, heapBytes, tables(plan, options, heapBytes));
  }

  /** The quickest to prepare a state need not be the quickest to list 2^N values. */
  private static Optional<Engine> tables(Plan plan, SimulationOptions options, long heapBytes) {
    boolean isFixed = options.engine() != EngineName.AUTO || options.maxBond().isPresent();
    return isFixed
        ? Optional.empty()
        : TABLES.stream()
            .filter(kind -> kind.estimate(plan, options).fits(heapBytes))
            .findFirst()
            .map(kind -> kind.engine(plan, options, heapBytes));
  }
}

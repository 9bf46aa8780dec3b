package io.qhyper.sim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Matrix product states, for programs that only measure at their end. */
final class MpsKind implements EngineKind {
  @Override
  public EngineOffer offer(Plan plan, SimulationOptions options) {
    if (!plan.isTerminal()) {
      return EngineOffer.none(
          EngineName.MPS,
          "it takes programs that only measure at their end; this one goes on after a measurement,"
              + " resets a qubit or branches");
    }
    SiteLine line = SiteOrder.of(plan, options.maxBond());
    BondEstimate bonds = BondEstimate.of(line, options.maxBond());
    return new EngineOffer(
        estimate(plan, bonds, options),
        (others, heapBytes) ->
            new MpsEngine(
                plan,
                line,
                options.maxBond(),
                bonds.bytes(),
                heapBytes,
                tables(options, others, heapBytes)));
  }

  private static EngineEstimate estimate(Plan plan, BondEstimate bonds, SimulationOptions options) {
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

  /** The quickest to prepare a state need not be the quickest to list 2^N values. */
  private static Optional<Engine> tables(
      SimulationOptions options, Engines others, long heapBytes) {
    boolean isFixed = options.engine() != EngineName.AUTO || options.maxBond().isPresent();
    return isFixed
        ? Optional.empty()
        : others.first(List.of(EngineName.LINE, EngineName.STATEVECTOR), heapBytes);
  }
}

package io.qhyper.sim;

/** The line engine: for programs that measure at their end, of gates on one and two qubits. */
final class LineKind implements EngineKind {
  @Override
  public EngineOffer offer(Plan plan, SimulationOptions options) {
    if (options.maxBond().isPresent()) {
      return EngineOffer.none(EngineName.LINE, "it keeps all terms");
    }
    if (!plan.isTerminal()) {
      return EngineOffer.none(
          EngineName.LINE, "the program goes on after a measurement, resets or branches");
    }
    LinePlan line;
    try {
      line = new LinePlan(plan);
    } catch (UnsupportedProgramException e) {
      return EngineOffer.none(EngineName.LINE, e.getMessage());
    }
    CutChoice choice = line.choice();
    if (Double.isInfinite(choice.milliseconds())) {
      return EngineOffer.none(
          EngineName.LINE,
          "no cut leaves halves of at most %d qubits with at most %d couplings across"
              .formatted(CutChoice.MAX_HALF, CutChoice.MAX_CROSSINGS));
    }
    return new EngineOffer(
        estimate(plan, choice), (others, heapBytes) -> new LineEngine(plan, line, heapBytes));
  }

  private static EngineEstimate estimate(Plan plan, CutChoice choice) {
    return EngineEstimate.of(
        EngineName.LINE,
        choice.milliseconds(),
        choice.bytes(),
        "halves of %d and %d qubits, %d couplings across, %d terms"
            .formatted(
                choice.cut(),
                plan.qubits() - choice.cut(),
                choice.crossings(),
                1 << choice.crossings()));
  }
}

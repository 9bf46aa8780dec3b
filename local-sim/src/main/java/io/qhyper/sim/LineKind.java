package io.qhyper.sim;

/** The line engine: for programs that measure at their end, of gates on one and two qubits. */
final class LineKind implements EngineKind {
  @Override
  public EngineEstimate estimate(Plan plan, SimulationOptions options) {
    if (options.maxBond().isPresent()) {
      return EngineEstimate.impossible(EngineName.LINE, "it keeps all terms");
    }
    if (!plan.isTerminal()) {
      return EngineEstimate.impossible(
          EngineName.LINE, "the program goes on after a measurement, resets or branches");
    }
    CutChoice choice;
    try {
      choice = new LinePlan(plan).choice();
    } catch (UnsupportedProgramException e) {
      return EngineEstimate.impossible(EngineName.LINE, e.getMessage());
    }
    if (Double.isInfinite(choice.milliseconds())) {
      return EngineEstimate.impossible(
          EngineName.LINE,
          "no cut leaves halves of at most %d qubits with at most %d couplings across"
              .formatted(CutChoice.MAX_HALF, CutChoice.MAX_CROSSINGS));
    }
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

  @Override
  public Engine engine(Plan plan, SimulationOptions options, long heapBytes) {
    return new LineEngine(plan, new LinePlan(plan), heapBytes);
  }
}

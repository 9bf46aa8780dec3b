package io.qhyper.cli;

import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulationOptions;
import picocli.CommandLine.Option;

/** How circuits are simulated. Add as a {@code @Mixin}. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "How the simulator works: auto chooses by cost (default), line, mps, statevector or"
              + " reference.")
  private EngineName engine;

  @Option(
      names = "--max-bond",
      paramLabel = "D",
      description =
          "Keep at most D terms at a bond of a matrix product state: faster, no longer exact.")
  private Integer maxBond;

  /** The options as the simulator takes them. */
  SimulationOptions simulation() {
    SimulationOptions options = SimulationOptions.DEFAULT.withEngine(engine);
    return maxBond == null ? options : options.withMaxBond(maxBond);
  }

  /** Lets another engine run the circuits than the one asked for. */
  void use(EngineName other) {
    engine = other;
  }
}

package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulationOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where circuits run. Add as a {@code @Mixin}. */
final class BackendOptions {
  @Option(
      names = "--backend",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "Where circuits run: local, the simulator in this process (default).")
  private String backend;

  @Mixin private EngineOptions engineOptions;

  /**
   * The backend, to be closed by the caller.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Backend open(int threads) {
    if (!backend.equals("local")) {
      throw new IllegalArgumentException("--backend must be local, got '" + backend + "'");
    }
    return new LocalBackend(threads, simulation());
  }

  /** How the simulator in this process works. */
  SimulationOptions simulation() {
    return engineOptions.simulation();
  }

  /** Has circuits simulated by another engine than the one asked for. */
  void use(EngineName engine) {
    engineOptions.use(engine);
  }
}

package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.local.LocalBackend;
import picocli.CommandLine.Option;

/** Where circuits run. Add as a {@code @Mixin}. */
final class BackendOptions {
  @Option(
      names = "--backend",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "Where circuits run: local, the simulator in this process (default).")
  private String backend;

  /**
   * The backend, to be closed by the caller.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Backend open(int threads) {
    if (!backend.equals("local")) {
      throw new IllegalArgumentException("--backend must be local, got '" + backend + "'");
    }
    return new LocalBackend(threads);
  }
}

package io.qhyper.cli;

import io.qhyper.backend.ibm.IbmSession;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How jobs share the IBM hardware. Add as a {@code @Mixin}. */
final class IbmModeOptions {
  /** The ways, by the names of the option. */
  enum Mode {
    JOB,
    BATCH,
    SESSION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      description =
          "How train sends jobs: job, single ones (default); batch, prepared side by side; session,"
              + " the device is kept for the run (not on the Open Plan).")
  private Mode mode;

  /** The kind of session; empty for single jobs. */
  Optional<IbmSession.Mode> session() {
    if (mode == null || mode == Mode.JOB) {
      return Optional.empty();
    }
    return Optional.of(mode == Mode.BATCH ? IbmSession.Mode.BATCH : IbmSession.Mode.DEDICATED);
  }
}

package io.qhyper.cli;

import io.qhyper.backend.ibm.SamplerOptions;
import io.qhyper.compile.NativeGates;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * How jobs run on IBM hardware, as far as it changes what is measured; the same for a whole run.
 * Add as a {@code @Mixin}.
 */
final class IbmJobOptions {
  private static final double MICROSECOND = 1e-6;

  @Option(
      names = "--dynamical-decoupling",
      paramLabel = "NAME",
      description = "Decouple idle qubits by the sequence XX, XpXm or XY4.")
  private String dynamicalDecoupling;

  @Option(
      names = "--twirl-gates",
      negatable = true,
      fallbackValue = "true",
      description = "Twirl two-qubit gates.")
  private Boolean twirlGates;

  @Option(
      names = "--twirl-readout",
      negatable = true,
      fallbackValue = "true",
      description = "Twirl the readout.")
  private Boolean twirlReadout;

  @Option(
      names = "--rep-delay",
      paramLabel = "US",
      description = "Microseconds between two executions (default: the device's).")
  private Double repetitionDelay;

  @Option(
      names = "--init-qubits",
      negatable = true,
      fallbackValue = "true",
      description = "Reset the qubits before each execution (default: the service does).")
  private Boolean initializeQubits;

  SamplerOptions sampler() {
    return new SamplerOptions(
        Optional.ofNullable(dynamicalDecoupling),
        Optional.ofNullable(twirlGates),
        Optional.ofNullable(twirlReadout),
        Optional.ofNullable(repetitionDelay).map(us -> us * MICROSECOND),
        Optional.ofNullable(initializeQubits));
  }

  /** Fractional gates cannot be twirled (reference, section 4.2). */
  void check(NativeGates gates) {
    if (gates == NativeGates.FRACTIONAL && Boolean.TRUE.equals(twirlGates)) {
      throw new IllegalArgumentException(
          "--twirl-gates and --fractional exclude each other: leave one out");
    }
  }
}

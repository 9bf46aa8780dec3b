package io.qhyper.backend.ibm;

import java.util.Optional;

/**
 * Options of the sampler that are passed through (reference, section 3.3); what is empty is left to
 * the service.
 *
 * @param dynamicalDecoupling name of the sequence: {@code XX}, {@code XpXm} or {@code XY4}
 * @param twirlGates whether two-qubit gates are twirled
 * @param twirlMeasurements whether readout is twirled
 * @param repetitionDelay seconds between two executions
 * @param initializeQubits whether qubits are reset before each execution
 */
public record SamplerOptions(
    Optional<String> dynamicalDecoupling,
    Optional<Boolean> twirlGates,
    Optional<Boolean> twirlMeasurements,
    Optional<Double> repetitionDelay,
    Optional<Boolean> initializeQubits) {

  /** Everything as the service has it. */
  public static final SamplerOptions NONE =
      new SamplerOptions(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public SamplerOptions {
    dynamicalDecoupling.ifPresent(
        name -> {
          if (!name.matches("XX|XpXm|XY4")) {
            throw new IllegalArgumentException(
                "dynamical decoupling must be XX, XpXm or XY4, got '" + name + "'");
          }
        });
    repetitionDelay.ifPresent(
        seconds -> {
          if (!(seconds >= 0 && seconds < 1)) {
            throw new IllegalArgumentException(
                "the repetition delay must be in [0, 1) seconds, got " + seconds);
          }
        });
  }
}

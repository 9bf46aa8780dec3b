package io.qhyper.bench;

import java.util.Optional;

/**
 * The text in which a circuit is timed.
 *
 * @param circuit which one
 * @param target the device that it is compiled for; empty for logical gates
 */
record CircuitText(CircuitChoice circuit, Optional<BenchTarget> target) {
  static CircuitText logical(CircuitChoice circuit) {
    return new CircuitText(circuit, Optional.empty());
  }

  /** The circuit in this text. */
  CircuitCase apply(CircuitCase logical) {
    return target
        .map(device -> logical.compiled(device.compiler().apply(logical.circuit())))
        .orElse(logical);
  }
}

package io.qhyper.compile;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The errors and lengths of a device, with a stand-in where the device says nothing: the worst
 * value known of the same gate, or else a typical one. Never 0 for want of knowledge.
 */
final class Calibration {
  private static final double TYPICAL_ONE_QUBIT_ERROR = 1e-3;
  private static final double TYPICAL_TWO_QUBIT_ERROR = 1e-2;
  private static final double TYPICAL_READOUT_ERROR = 2e-2;

  private final Target target;

  Calibration(Target target) {
    this.target = target;
  }

  /** −ln of the success probability of a gate; infinite where it cannot be used. */
  double cost(String gate, List<Integer> on) {
    if (!target.isUsable(gate, on)) {
      return Double.POSITIVE_INFINITY;
    }
    return -Math.log1p(-error(gate, on));
  }

  /** −ln of the success probability of a measurement; infinite where it tells nothing. */
  double readoutCost(int qubit) {
    if (!target.qubits().get(qubit).isReadable()
        || target.gate("measure", List.of(qubit)).filter(GateFacts::isFaulty).isPresent()) {
      return Double.POSITIVE_INFINITY;
    }
    return -Math.log1p(-readoutError(qubit).orElseGet(this::worstReadoutError));
  }

  /** Whether the device itself gives the error of a gate. */
  boolean isKnown(String gate, List<Integer> on) {
    return gate.equals("measure")
        ? readoutError(on.get(0)).isPresent()
        : target.gate(gate, on).filter(facts -> facts.error().isPresent()).isPresent();
  }

  private double error(String gate, List<Integer> on) {
    OptionalDouble known = target.gate(gate, on).orElse(GateFacts.UNKNOWN).error();
    if (known.isPresent()) {
      return known.getAsDouble();
    }
    double typical = on.size() == 1 ? TYPICAL_ONE_QUBIT_ERROR : TYPICAL_TWO_QUBIT_ERROR;
    return gate.equals("rz")
        ? 0 // done in software
        : target.sites(gate).values().stream()
            .filter(facts -> !facts.isFaulty() && facts.error().isPresent())
            .mapToDouble(facts -> facts.error().getAsDouble())
            .max()
            .orElse(typical);
  }

  private OptionalDouble readoutError(int qubit) {
    OptionalDouble own = target.qubits().get(qubit).readoutError();
    return own.isPresent()
        ? own
        : target.gate("measure", List.of(qubit)).orElse(GateFacts.UNKNOWN).error();
  }

  private double worstReadoutError() {
    return target.qubits().stream()
        .filter(qubit -> qubit.isReadable() && qubit.readoutError().isPresent())
        .mapToDouble(qubit -> qubit.readoutError().getAsDouble())
        .max()
        .orElse(TYPICAL_READOUT_ERROR);
  }

  /** How long a gate or a measurement takes, in seconds; empty if nothing is known of any. */
  OptionalDouble length(String gate, List<Integer> on) {
    if (gate.equals("rz")) {
      return OptionalDouble.of(0);
    }
    OptionalDouble own =
        gate.equals("measure")
            ? target.qubits().get(on.get(0)).readoutLength()
            : OptionalDouble.empty();
    if (own.isEmpty()) {
      own = target.gate(gate, on).orElse(GateFacts.UNKNOWN).length();
    }
    return own.isPresent() ? own : longest(gate);
  }

  private OptionalDouble longest(String gate) {
    if (gate.equals("measure")) {
      OptionalDouble readout =
          target.qubits().stream()
              .map(TargetQubit::readoutLength)
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .max();
      if (readout.isPresent()) {
        return readout;
      }
    }
    Map<List<Integer>, GateFacts> sites = target.sites(gate);
    return sites.values().stream()
        .map(GateFacts::length)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }
}

package io.qhyper.sim;

import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.KrausOperator;
import io.qhyper.sim.state.StateVector;
import java.util.List;
import java.util.Optional;

/**
 * A channel of a plan: on compact qubits, ready to be applied one Kraus operator at a time;
 * immutable.
 */
final class PlannedChannel {
  private final Channel channel;
  private final int[] qubits;
  private final List<KrausOperator> kraus;
  private final List<KrausOperator> squared;
  private final Optional<double[]> fixed;

  PlannedChannel(Channel channel, int[] qubits) {
    this.channel = channel;
    this.qubits = qubits;
    this.kraus = channel.kraus();
    this.squared = kraus.stream().map(KrausOperator::squared).toList();
    this.fixed =
        squared.stream().allMatch(PlannedChannel::isMultipleOfIdentity)
            ? Optional.of(squared.stream().mapToDouble(k -> k.re()[0]).toArray())
            : Optional.empty();
  }

  private static boolean isMultipleOfIdentity(KrausOperator operator) {
    int n = operator.dimension();
    for (int i = 0; i < n * n; i++) {
      double expected = i % (n + 1) == 0 ? operator.re()[0] : 0;
      if (Math.abs(operator.re()[i] - expected) > 1e-14 || Math.abs(operator.im()[i]) > 1e-14) {
        return false;
      }
    }
    return true;
  }

  Channel channel() {
    return channel;
  }

  int[] qubits() {
    return qubits;
  }

  List<KrausOperator> kraus() {
    return kraus;
  }

  /**
   * The probability of each operator in a state of norm 1: ⟨ψ|K†K|ψ⟩.
   *
   * <p>Without a look at the state where every operator is a multiple of a unitary one.
   */
  double[] probabilities(StateVector state) {
    if (fixed.isPresent()) {
      return fixed.get();
    }
    KrausOperator reduced = reduced(state);
    double[] probabilities = new double[kraus.size()];
    for (int k = 0; k < probabilities.length; k++) {
      KrausOperator square = squared.get(k);
      int n = square.dimension();
      double sum = 0; // tr(K†K ρ)
      for (int i = 0; i < n * n; i++) {
        int transposed = i % n * n + i / n;
        sum +=
            square.re()[i] * reduced.re()[transposed] - square.im()[i] * reduced.im()[transposed];
      }
      probabilities[k] = Math.max(0, sum);
    }
    return probabilities;
  }

  private KrausOperator reduced(StateVector state) {
    int n = 1 << qubits.length;
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    state.reduce(qubits, re, im);
    return new KrausOperator(n, re, im);
  }

  /** Applies one operator and brings the state back to norm 1. */
  void apply(int operator, double probability, StateVector state) {
    KrausOperator k = kraus.get(operator);
    double factor = 1 / Math.sqrt(probability);
    int n = k.dimension();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    boolean isIdentity = true;
    for (int i = 0; i < n * n; i++) {
      re[i] = factor * k.re()[i];
      im[i] = factor * k.im()[i];
      isIdentity &= Math.abs(re[i] - (i % (n + 1) == 0 ? 1 : 0)) < 1e-15 && im[i] == 0;
    }
    if (!isIdentity) {
      state.transform(qubits, re, im);
    }
  }
}

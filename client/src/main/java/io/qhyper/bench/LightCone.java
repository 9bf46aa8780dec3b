package io.qhyper.bench;

import java.util.OptionalDouble;

/**
 * The probability that one qubit of the ansatz is measured as 1, from a small circuit.
 *
 * <p>Each layer couples neighbours, so only the qubits within L of it count; the ansatz on that
 * window, cut at an even qubit so that its couplings fall on the same pairs, gives the same
 * marginal. Independent of the engine that is timed, and of N.
 */
final class LightCone {
  private static final int WIDEST = 20;

  private LightCone() {}

  /** The probability; nothing if more than {@value #WIDEST} qubits are within reach. */
  static OptionalDouble probabilityOfOne(CircuitCase whole, int qubit) {
    int reach = whole.layers();
    int from = Math.max(0, qubit - reach) & ~1;
    int to = Math.min(whole.qubits(), qubit + reach + 1);
    if (to - from > WIDEST) {
      return OptionalDouble.empty();
    }
    int width = to - from;
    double[] theta = new double[2 * reach * width];
    for (int block = 0; block < 2 * reach; block++) { // RY layers, then RZ layers
      System.arraycopy(whole.theta(), block * whole.qubits() + from, theta, block * width, width);
    }
    CircuitCase window = new CircuitCase(width, reach, theta);
    double[] probabilities = window.reference().probabilities(window.row());
    double one = 0;
    for (int i = 0; i < probabilities.length; i++) {
      one += (i >>> (qubit - from) & 1) * probabilities[i];
    }
    return OptionalDouble.of(one);
  }
}

package io.qhyper.bench;

import io.qhyper.ansatz.Brickwork;
import java.util.OptionalDouble;

/**
 * The probability that one qubit of the ansatz is measured as 1, from a small circuit.
 *
 * <p>Each layer couples neighbours, so only the qubits within L of it count; the ansatz on that
 * window, cut at an even qubit so that its couplings fall on the same pairs, gives the same
 * marginal. Independent of the engine that is timed, and of N.
 *
 * @param qubits N
 * @param layers L
 * @param theta the flat vector of angles, dead ones included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LightCone(int qubits, int layers, double[] theta) implements Marginals {
  private static final int WIDEST = 20;

  /** Nothing if more than {@value #WIDEST} qubits are within reach. */
  @Override
  public OptionalDouble probabilityOfOne(int qubit) {
    int from = Math.max(0, qubit - layers) & ~1;
    int to = Math.min(qubits, qubit + layers + 1);
    if (to - from > WIDEST) {
      return OptionalDouble.empty();
    }
    int width = to - from;
    double[] angles = new double[2 * layers * width];
    for (int block = 0; block < 2 * layers; block++) { // RY layers, then RZ layers
      System.arraycopy(theta, block * qubits + from, angles, block * width, width);
    }
    return new ReferenceMarginals(new Brickwork(width, layers).circuit(), angles)
        .probabilityOfOne(qubit - from);
  }
}

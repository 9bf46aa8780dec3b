package io.qhyper.sim.fused;

import io.qhyper.circuit.Unitary;

/** The state in which every qubit is by itself, row by row. */
final class ProductState {
  private final int middle; // row positions below it are in the table "near", others in "far"
  private final double[][] entry;
  private final double[][] near;
  private final double[][] far;

  /**
   * The state of |0…0⟩ after some gates on each qubit.
   *
   * @param chains for each qubit the numbers of its gates, in order
   */
  ProductState(Shape shape, int[][] chains, Unitary[] gates) {
    double[][] vectors = new double[chains.length][];
    for (int qubit = 0; qubit < chains.length; qubit++) {
      vectors[qubit] = vector(chains[qubit], gates);
    }
    int entryBits = shape.entryBits();
    this.middle = (shape.qubits() - entryBits) / 2;
    this.entry = table(vectors, 0, entryBits);
    this.near = table(vectors, entryBits, entryBits + middle);
    this.far = table(vectors, entryBits + middle, shape.qubits());
  }

  /** Amplitudes of 0 and 1, real and imaginary parts in turn. */
  private static double[] vector(int[] chain, Unitary[] gates) {
    if (chain.length == 0) {
      return new double[] {1, 0, 0, 0};
    }
    Unitary product = Numbers.product(chain, gates);
    return new double[] {product.re()[0], product.im()[0], product.re()[2], product.im()[2]};
  }

  /** Real and imaginary parts of the product state of some qubits. */
  private static double[][] table(double[][] vectors, int from, int to) {
    double[] re = new double[1 << (to - from)];
    double[] im = new double[re.length];
    re[0] = 1;
    for (int qubit = from; qubit < to; qubit++) {
      double[] v = vectors[qubit];
      int size = 1 << (qubit - from);
      for (int i = 0; i < size; i++) {
        re[i + size] = re[i] * v[2] - im[i] * v[3];
        im[i + size] = re[i] * v[3] + im[i] * v[2];
        double old = re[i];
        re[i] = old * v[0] - im[i] * v[1];
        im[i] = old * v[1] + im[i] * v[0];
      }
    }
    return new double[][] {re, im};
  }

  /** What the gates of each qubit see of a bra, with this state as the ket. */
  Transition[] transitions(FusedState bra) {
    int rows = bra.re().length;
    int entries = entry[0].length;
    double[][] byEntry = new double[2][entries]; // Σ over rows of bra times the conjugate factor
    double[][] byRow = new double[2][rows]; // Σ over entries, likewise
    double[][] factors = new double[2][rows];
    for (int row = 0; row < rows; row++) {
      int low = row & ((1 << middle) - 1);
      int high = row >>> middle;
      double c = near[0][low] * far[0][high] - near[1][low] * far[1][high];
      double s = near[0][low] * far[1][high] + near[1][low] * far[0][high];
      factors[0][row] = c;
      factors[1][row] = s;
      RowKernels.addMultiple(byEntry[0], byEntry[1], bra.re()[row], bra.im()[row], c, -s);
      for (int e = 0; e < entries; e++) {
        double x = bra.re()[row][e];
        double y = bra.im()[row][e];
        byRow[0][row] += x * entry[0][e] + y * entry[1][e];
        byRow[1][row] += y * entry[0][e] - x * entry[1][e];
      }
    }
    Transition[] transitions = new Transition[bra.shape().qubits()];
    int entryBits = bra.shape().entryBits();
    for (int qubit = 0; qubit < transitions.length; qubit++) {
      transitions[qubit] =
          qubit < entryBits
              ? transition(byEntry, entry, 1 << qubit)
              : transition(byRow, factors, 1 << (qubit - entryBits));
    }
    return transitions;
  }

  private static Transition transition(double[][] bra, double[][] ket, int stride) {
    Transition transition = Transition.zero(2);
    double[] sums = new double[4];
    for (int a = 0; a < ket[0].length; a = ((a | stride) + 1) & ~stride) {
      int b = a + stride;
      sums[0] += bra[0][a] * ket[1][a] - bra[1][a] * ket[0][a];
      sums[1] += bra[0][b] * ket[1][b] - bra[1][b] * ket[0][b];
      sums[2] += bra[0][a] * ket[0][b] + bra[1][a] * ket[1][b];
      sums[2] -= bra[0][b] * ket[0][a] + bra[1][b] * ket[1][a];
      sums[3] += bra[0][a] * ket[1][b] - bra[1][a] * ket[0][b];
      sums[3] += bra[0][b] * ket[1][a] - bra[1][b] * ket[0][a];
    }
    transition.add(0, 1, sums);
    return transition;
  }

  /** Whether no amplitude has an imaginary part. */
  boolean isReal() {
    return isZero(entry[1]) && isZero(near[1]) && isZero(far[1]);
  }

  private static boolean isZero(double[] values) {
    for (double value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** Fills a row. */
  void fill(int row, double[] re, double[] im) {
    int low = row & ((1 << middle) - 1);
    int high = row >>> middle;
    double c = near[0][low] * far[0][high] - near[1][low] * far[1][high];
    double s = near[0][low] * far[1][high] + near[1][low] * far[0][high];
    if (c != 0 || s != 0) {
      RowKernels.multiple(re, im, entry[0], entry[1], c, s);
    }
  }
}

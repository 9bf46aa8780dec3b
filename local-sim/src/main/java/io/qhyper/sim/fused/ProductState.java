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

package io.qhyper.sim.fused;

import io.qhyper.sim.state.Amplitudes;
import io.qhyper.sim.state.IndexMap;

/**
 * The 2^n amplitudes of n qubits as a table of rows.
 *
 * <p>Mutable, for one thread at a time. Basis index i is entry {@code i mod 2^entryBits} of row
 * {@code i / 2^entryBits}. Takes 16·2^n bytes and, from 14 qubits on, a fortieth more for the table
 * at most.
 */
public final class FusedState implements Amplitudes<FusedState> {
  private final Shape shape;
  private double[][] re;
  private double[][] im;

  private FusedState(Shape shape, double[][] re, double[][] im) {
    this.shape = shape;
    this.re = re;
    this.im = im;
  }

  /** The state |0…0⟩. */
  public static FusedState zero(Shape shape) {
    FusedState state = blank(shape);
    state.re[0][0] = 1;
    return state;
  }

  /** All amplitudes 0, which is no state yet. */
  static FusedState blank(Shape shape) {
    return new FusedState(
        shape,
        new double[shape.rows()][shape.entries()],
        new double[shape.rows()][shape.entries()]);
  }

  Shape shape() {
    return shape;
  }

  /** Real parts; the state's own rows, in the order of their numbers. */
  double[][] re() {
    return re;
  }

  /** Imaginary parts, likewise. */
  double[][] im() {
    return im;
  }

  /** Moves each row to the number that has its bits at the positions given. */
  void reorder(int[] order) {
    IndexMap map = new IndexMap(masks(order));
    double[][] newRe = new double[re.length][];
    double[][] newIm = new double[re.length][];
    for (int row = 0; row < re.length; row++) {
      int to = map.of(row);
      newRe[to] = re[row];
      newIm[to] = im[row];
    }
    re = newRe;
    im = newIm;
  }

  /** Undoes {@link #reorder(int[])} of the same order. */
  void reorderBack(int[] order) {
    int[] back = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      back[order[p]] = p;
    }
    reorder(back);
  }

  private static int[] masks(int[] order) {
    int[] masks = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      masks[p] = 1 << order[p];
    }
    return masks;
  }

  @Override
  public int size() {
    return 1 << shape.qubits();
  }

  @Override
  public double probability(int index) {
    int row = index >>> shape.entryBits();
    int entry = index & (shape.entries() - 1);
    double x = re[row][entry];
    double y = im[row][entry];
    return x * x + y * y;
  }

  /** Real part of the amplitude of a basis index. */
  public double re(int index) {
    return re[index >>> shape.entryBits()][index & (shape.entries() - 1)];
  }

  /** Imaginary part of the amplitude of a basis index. */
  public double im(int index) {
    return im[index >>> shape.entryBits()][index & (shape.entries() - 1)];
  }

  @Override
  public FusedState copy() {
    double[][] copyRe = new double[re.length][];
    double[][] copyIm = new double[re.length][];
    for (int row = 0; row < re.length; row++) {
      copyRe[row] = re[row].clone();
      copyIm[row] = im[row].clone();
    }
    return new FusedState(shape, copyRe, copyIm);
  }

  @Override
  public double probabilityOfOne(int qubit) {
    double[] sums = new double[2];
    for (int row = 0; row < re.length; row++) {
      for (int entry = 0; entry < shape.entries(); entry++) {
        double x = re[row][entry];
        double y = im[row][entry];
        sums[bit(qubit, row, entry)] += x * x + y * y;
      }
    }
    return sums[1] / (sums[0] + sums[1]);
  }

  @Override
  public void collapse(int qubit, int outcome, double probability) {
    double factor = 1 / Math.sqrt(probability);
    for (int row = 0; row < re.length; row++) {
      for (int entry = 0; entry < shape.entries(); entry++) {
        double kept = bit(qubit, row, entry) == outcome ? factor : 0;
        re[row][entry] *= kept;
        im[row][entry] *= kept;
      }
    }
  }

  @Override
  public void flip(int qubit) {
    for (int index = 0; index < size(); index++) {
      int partner = index | 1 << qubit;
      if (partner != index) {
        exchange(re, index, partner);
        exchange(im, index, partner);
      }
    }
  }

  private void exchange(double[][] rows, int a, int b) {
    int mask = shape.entries() - 1;
    double old = rows[a >>> shape.entryBits()][a & mask];
    rows[a >>> shape.entryBits()][a & mask] = rows[b >>> shape.entryBits()][b & mask];
    rows[b >>> shape.entryBits()][b & mask] = old;
  }

  private int bit(int qubit, int row, int entry) {
    return ((row << shape.entryBits() | entry) >>> qubit) & 1;
  }

  @Override
  public void weigh(double[] weights, IndexMap map) {
    for (int row = 0; row < re.length; row++) {
      int base = row << shape.entryBits();
      for (int entry = 0; entry < shape.entries(); entry++) {
        double weight = weights[map.of(base | entry)];
        re[row][entry] *= weight;
        im[row][entry] *= weight;
      }
    }
  }

  @Override
  public double mean(double[] weights, IndexMap map) {
    double sum = 0;
    for (int row = 0; row < re.length; row++) {
      int base = row << shape.entryBits();
      for (int entry = 0; entry < shape.entries(); entry++) {
        double x = re[row][entry];
        double y = im[row][entry];
        sum += (x * x + y * y) * weights[map.of(base | entry)];
      }
    }
    return sum;
  }

  @Override
  public void addProbabilities(double[] table, IndexMap map) {
    for (int row = 0; row < re.length; row++) {
      int base = row << shape.entryBits();
      for (int entry = 0; entry < shape.entries(); entry++) {
        double x = re[row][entry];
        double y = im[row][entry];
        table[map.of(base | entry)] += x * x + y * y;
      }
    }
  }
}

package io.qhyper.sim.fused;

import java.util.Arrays;

/**
 * The rows of one block at a time, and what is done to them; for one thread.
 *
 * <p>Each row has a factor that is still to be multiplied with. Phases only change factors; the
 * next operation that mixes the row takes the factor into its matrix, so runs of phases cost
 * nothing.
 */
final class Block {
  private final Parts parts;
  final double[][] re;
  final double[][] im;
  private final double[] factorRe;
  private final double[] factorIm;
  private final double[] matrix = new double[Numbers.MATRIX];
  private final double[][] spareRe;
  private final double[][] spareIm;
  private final Trader trader;

  Block(Shape shape, Parts parts) {
    this.parts = parts;
    this.re = new double[shape.blockRows()][];
    this.im = new double[shape.blockRows()][];
    this.factorRe = new double[shape.blockRows()];
    this.factorIm = new double[shape.blockRows()];
    this.spareRe = new double[2][shape.entries()];
    this.spareIm = new double[2][shape.entries()];
    this.trader = new Trader(shape);
    Arrays.fill(factorRe, 1);
  }

  /** Takes the rows of a state whose numbers are base and offset together. */
  void load(FusedState state, int base, int[] offsets) {
    for (int k = 0; k < offsets.length; k++) {
      re[k] = state.re()[base | offsets[k]];
      im[k] = state.im()[base | offsets[k]];
    }
  }

  /** Puts them back. */
  void store(FusedState state, int base, int[] offsets) {
    for (int k = 0; k < offsets.length; k++) {
      state.re()[base | offsets[k]] = re[k];
      state.im()[base | offsets[k]] = im[k];
    }
  }

  /** Runs a step on the rows that are loaded. */
  void run(Stage.Step step, Numbers numbers) {
    if (step instanceof Stage.Act act) {
      switch (act.action()) {
        case FLIP -> exchange(act.fixed(), act.offsets()[0], act.offsets()[1]);
        case SWAP -> exchange(act.fixed(), act.offsets()[1], act.offsets()[2]);
        case PHASES -> phases(act, numbers.of(act.op()));
        case PAIR, CROSS, ECHO -> mix(act, numbers.of(act.op()));
      }
    } else if (step instanceof Stage.Trade trade) {
      settle();
      trader.trade(trade, re);
      if (parts == Parts.COMPLEX) {
        trader.trade(trade, im);
      }
    }
  }

  /** Multiplies the rows by the factors that are left. */
  void settle() {
    for (int row = 0; row < re.length; row++) {
      if (factorRe[row] != 1 || factorIm[row] != 0) {
        RowKernels.phase(re[row], im[row], factorRe[row], factorIm[row]);
        factorRe[row] = 1;
        factorIm[row] = 0;
      }
    }
  }

  /** The next row number in which all fixed bits are 0. */
  static int next(int base, int fixed) {
    return ((base | fixed) + 1) & ~fixed;
  }

  private void exchange(int fixed, int a, int b) {
    for (int base = 0; base < re.length; base = next(base, fixed)) {
      exchangeRows(base + a, base + b);
    }
  }

  private void exchangeRows(int a, int b) {
    double[] oldRe = re[a];
    re[a] = re[b];
    re[b] = oldRe;
    double[] oldIm = im[a];
    im[a] = im[b];
    im[b] = oldIm;
    double c = factorRe[a];
    factorRe[a] = factorRe[b];
    factorRe[b] = c;
    double s = factorIm[a];
    factorIm[a] = factorIm[b];
    factorIm[b] = s;
  }

  private void phases(Stage.Act act, double[] phases) {
    for (int k = 0; k < act.offsets().length; k++) {
      for (int base = 0; base < re.length; base = next(base, act.fixed())) {
        multiplyFactor(base + act.offsets()[k], phases[2 * k], phases[2 * k + 1]);
      }
    }
  }

  private void multiplyFactor(int row, double c, double s) {
    double x = factorRe[row];
    factorRe[row] = c * x - s * factorIm[row];
    factorIm[row] = c * factorIm[row] + s * x;
  }

  private void mix(Stage.Act act, double[] numbers) {
    int[] blocks = act.action().blocks();
    int[] offsets = act.offsets();
    for (int base = 0; base < re.length; base = next(base, act.fixed())) {
      for (int b = 0; b < blocks.length; b += Action.BLOCK) {
        mixRows(
            base + offsets[blocks[b]],
            base + offsets[blocks[b + 1]],
            numbers,
            b / Action.BLOCK * Numbers.MATRIX);
      }
      if (act.action() == Action.ECHO) {
        // What is now in the rows of columns 1, 3 and 0, 2 belongs to rows 0, 2 and 1, 3.
        exchangeRows(base + offsets[0], base + offsets[1]);
        exchangeRows(base + offsets[2], base + offsets[3]);
      }
    }
  }

  /** Multiplies a pair of rows by the matrix that stands in the numbers from an index on. */
  private void mixRows(int a, int b, double[] numbers, int from) {
    final double[] m = matrix;
    System.arraycopy(numbers, from, m, 0, Numbers.MATRIX);
    if (m[2] == 0 && m[3] == 0 && m[4] == 0 && m[5] == 0) {
      multiplyFactor(a, m[0], m[1]);
      multiplyFactor(b, m[6], m[7]);
      return;
    }
    if (m[0] == 0 && m[1] == 0 && m[6] == 0 && m[7] == 0) {
      exchangeRows(a, b);
      multiplyFactor(a, m[2], m[3]);
      multiplyFactor(b, m[4], m[5]);
      return;
    }
    takeFactor(a, 0);
    takeFactor(b, 2);
    if (m[1] == 0 && m[3] == 0 && m[5] == 0 && m[7] == 0) {
      RowKernels.real(re[a], re[b], m[0], m[2], m[4], m[6]);
      if (parts == Parts.COMPLEX) {
        RowKernels.real(im[a], im[b], m[0], m[2], m[4], m[6]);
      }
    } else {
      RowKernels.sum(spareRe[0], spareIm[0], re[a], im[a], re[b], im[b], m, 0);
      RowKernels.sum(spareRe[1], spareIm[1], re[a], im[a], re[b], im[b], m, Numbers.MATRIX / 2);
      takeSpare(a, 0);
      takeSpare(b, 1);
    }
  }

  /** Puts a spare row, which holds new contents, in a row's place. */
  private void takeSpare(int row, int spare) {
    double[] oldRe = re[row];
    re[row] = spareRe[spare];
    spareRe[spare] = oldRe;
    double[] oldIm = im[row];
    im[row] = spareIm[spare];
    spareIm[spare] = oldIm;
  }

  /** Multiplies a column of the matrix by the factor of a row, which is then 1. */
  private void takeFactor(int row, int column) {
    final double c = factorRe[row];
    final double s = factorIm[row];
    if (c != 1 || s != 0) {
      for (int i = column; i < Numbers.MATRIX; i += Numbers.MATRIX / 2) {
        double x = matrix[i];
        double y = matrix[i + 1];
        matrix[i] = c * x - s * y;
        matrix[i + 1] = c * y + s * x;
      }
      factorRe[row] = 1;
      factorIm[row] = 0;
    }
  }
}

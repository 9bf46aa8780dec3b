package io.qhyper.sim.line;

import java.util.Arrays;

/**
 * Goes through the amplitudes ψ[h,l], a few rows of one h at a time. For D too large for the D²
 * terms of the bilinear form.
 */
final class AmplitudeForm implements CutForm {
  /** Rows that are added to the bras together: each sum is then read and written once for all. */
  private static final int ROWS = 4;

  private final Factors factors;
  private final int[] lowTargets;
  private final int[] highTargets;

  /** Whether a row of amplitudes has neighbouring places of the table. */
  private final boolean isContiguous;

  /** Whether each amplitude has a place of its own, too. */
  private final boolean isWhole;

  AmplitudeForm(Factors factors, RegisterMap map) {
    this.factors = factors;
    this.lowTargets = targets(map.lowFold(), map.lowPlaces());
    this.highTargets = targets(map.highFold(), map.highPlaces());
    this.isContiguous = map.isContiguous() && map.lowPlaces().length == map.lowFold().length;
    this.isWhole = isContiguous && map.highPlaces().length == map.highFold().length;
  }

  private static int[] targets(int[] fold, int[] places) {
    int[] targets = new int[fold.length];
    Arrays.setAll(targets, i -> places[fold[i]]);
    return targets;
  }

  @Override
  public void addProbabilities(double[] table) {
    Row row = new Row(lowTargets.length);
    double[] squares = new double[lowTargets.length];
    for (int high = 0; high < highTargets.length; high++) {
      factors.amplitudes(high, row.re, row.im);
      if (isWhole) {
        RowKernels.squares(row.re, row.im, table, highTargets[high]);
        continue;
      }
      RowKernels.squares(row.re, row.im, squares, 0);
      for (int l = 0; l < squares.length; l++) {
        table[highTargets[high] | lowTargets[l]] += squares[l];
      }
    }
  }

  @Override
  public double mean(double[] loss) {
    Row row = new Row(lowTargets.length);
    double[] squares = new double[lowTargets.length];
    double sum = 0;
    for (int high = 0; high < highTargets.length; high++) {
      factors.amplitudes(high, row.re, row.im);
      RowKernels.squares(row.re, row.im, squares, 0);
      sum += RowKernels.dot(losses(loss, high, row), row.at, squares);
    }
    return sum;
  }

  @Override
  public Bras bras(double[] loss) {
    Family high = factors.high();
    Family lowBra = Family.zero(factors.low().terms(), factors.low().size());
    Family highBra = Family.zero(high.terms(), high.size());
    Row[] rows = new Row[Math.min(ROWS, highTargets.length)];
    Arrays.setAll(rows, i -> new Row(lowTargets.length));
    for (int first = 0; first < highTargets.length; first += rows.length) {
      for (int i = 0; i < rows.length; i++) {
        factors.amplitudes(first + i, rows[i].re, rows[i].im);
        double[] losses = losses(loss, first + i, rows[i]);
        RowKernels.weigh(rows[i].re, rows[i].im, losses, rows[i].at);
        addHigh(rows[i], first + i, highBra);
      }
      addLow(rows, first, lowBra);
    }
    return new Bras(value(high, highBra), lowBra, highBra);
  }

  /** The losses that belong to a row of amplitudes; they begin at {@code row.at} then. */
  private double[] losses(double[] loss, int high, Row row) {
    if (isContiguous) {
      row.at = highTargets[high];
      return loss;
    }
    row.at = 0;
    for (int l = 0; l < lowTargets.length; l++) {
      row.losses[l] = loss[highTargets[high] | lowTargets[l]];
    }
    return row.losses;
  }

  private void addHigh(Row row, int high, Family bra) {
    double[][] re = factors.low().re();
    double[][] im = factors.low().im();
    int a = 0;
    for (; a + 1 < re.length; a += 2) {
      RowKernels.dotConjugates(
          row.re, row.im, re[a], im[a], re[a + 1], im[a + 1], bra.re(), bra.im(), a, high);
    }
    if (a < re.length) {
      bra.re()[a][high] = RowKernels.dot(row.re, re[a]) + RowKernels.dot(row.im, im[a]);
      bra.im()[a][high] = RowKernels.dot(row.im, re[a]) - RowKernels.dot(row.re, im[a]);
    }
  }

  private void addLow(Row[] rows, int first, Family bra) {
    double[][] re = factors.high().re();
    double[][] im = factors.high().im();
    for (int a = 0; a < re.length; a++) {
      int i = 0;
      for (; i + 1 < rows.length; i += 2) {
        RowKernels.addProducts(
            bra.re()[a],
            bra.im()[a],
            re[a][first + i],
            -im[a][first + i],
            rows[i].re,
            rows[i].im,
            re[a][first + i + 1],
            -im[a][first + i + 1],
            rows[i + 1].re,
            rows[i + 1].im);
      }
      for (; i < rows.length; i++) {
        RowKernels.addProduct(
            bra.re()[a], bra.im()[a], re[a][first + i], -im[a][first + i], rows[i].re, rows[i].im);
      }
    }
  }

  /** Σ p·loss: what the bra of a half gives on the half itself. */
  private static double value(Family half, Family bra) {
    double sum = 0;
    for (int a = 0; a < half.terms(); a++) {
      sum += RowKernels.dot(half.re()[a], bra.re()[a]) + RowKernels.dot(half.im()[a], bra.im()[a]);
    }
    return sum;
  }

  /** Amplitudes of one h, and where their losses begin. */
  private static final class Row {
    private final double[] re;
    private final double[] im;
    private final double[] losses;
    private int at;

    Row(int size) {
      re = new double[size];
      im = new double[size];
      losses = new double[size];
    }
  }
}

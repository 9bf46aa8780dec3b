package io.qhyper.sim.line;

/**
 * |ψ[h,l]|² as a real bilinear form of D² terms: a table is a product of two thin matrices, a mean
 * takes a product of the losses, seen as a matrix, with each of them. For D of 1 and 2.
 */
final class BilinearForm implements CutForm {
  private final Factors factors;
  private final RegisterMap map;
  private final double[][] high;
  private final double[][] low;

  BilinearForm(Factors factors, RegisterMap map) {
    this.factors = factors;
    this.map = map;
    this.high =
        Products.fold(Products.high(factors.high()), map.highFold(), map.highPlaces().length);
    this.low = Products.fold(Products.low(factors.low()), map.lowFold(), map.lowPlaces().length);
  }

  @Override
  public void addProbabilities(double[] table) {
    int[] places = map.lowPlaces();
    double[] row = new double[places.length];
    for (int h = 0; h < map.highPlaces().length; h++) {
      int place = map.highPlaces()[h];
      fill(h, row);
      if (map.isContiguous()) {
        System.arraycopy(row, 0, table, place, row.length);
        continue;
      }
      for (int l = 0; l < places.length; l++) {
        table[place | places[l]] = row[l];
      }
    }
  }

  /** The probabilities of one h. */
  private void fill(int h, double[] row) {
    if (low.length == 1) {
      RowKernels.set1(row, high[0][h], low[0]);
    } else {
      RowKernels.setPositive4(
          row, high[0][h], high[1][h], high[2][h], high[3][h], low[0], low[1], low[2], low[3]);
    }
  }

  @Override
  public double mean(double[] loss) {
    double[][] lowSlopes = new double[low.length][map.lowPlaces().length];
    double[] row = new double[map.lowPlaces().length];
    for (int h = 0; h < map.highPlaces().length; h++) {
      int place = map.highPlaces()[h];
      if (map.isContiguous()) {
        spread(h, loss, place, lowSlopes);
      } else {
        spread(h, gathered(loss, place, row), 0, lowSlopes);
      }
    }
    return value(lowSlopes);
  }

  private double value(double[][] lowSlopes) {
    double sum = 0;
    for (int k = 0; k < low.length; k++) {
      sum += RowKernels.dot(lowSlopes[k], low[k]);
    }
    return sum;
  }

  private double[] gathered(double[] loss, int place, double[] row) {
    int[] places = map.lowPlaces();
    for (int l = 0; l < row.length; l++) {
      row[l] = loss[place | places[l]];
    }
    return row;
  }

  private void spread(int h, double[] loss, int at, double[][] lowSlopes) {
    if (low.length == 1) {
      RowKernels.spread1(loss, at, high[0][h], lowSlopes[0]);
      return;
    }
    for (int k = 0; k < low.length; k += 4) {
      RowKernels.spread4(
          loss,
          at,
          high[k][h],
          high[k + 1][h],
          high[k + 2][h],
          high[k + 3][h],
          lowSlopes[k],
          lowSlopes[k + 1],
          lowSlopes[k + 2],
          lowSlopes[k + 3]);
    }
  }

  @Override
  public Bras bras(double[] loss) {
    double[][] lowSlopes = new double[low.length][map.lowPlaces().length];
    double[][] highSlopes = new double[low.length][map.highPlaces().length];
    double[] row = new double[map.lowPlaces().length];
    double[] dots = new double[low.length];
    for (int h = 0; h < map.highPlaces().length; h++) {
      int place = map.highPlaces()[h];
      double[] losses = map.isContiguous() ? loss : gathered(loss, place, row);
      int at = map.isContiguous() ? place : 0;
      spread(h, losses, at, lowSlopes);
      dots(losses, at, dots);
      for (int k = 0; k < dots.length; k++) {
        highSlopes[k][h] = dots[k];
      }
    }
    return new Bras(
        value(lowSlopes),
        Products.lowBra(factors.low(), lowSlopes, map.lowFold()),
        Products.highBra(factors.high(), highSlopes, map.highFold()));
  }

  private void dots(double[] losses, int at, double[] dots) {
    if (low.length == 1) {
      dots[0] = RowKernels.dot(losses, at, low[0]);
      return;
    }
    for (int k = 0; k < low.length; k += 4) {
      RowKernels.dot4(losses, at, low[k], low[k + 1], low[k + 2], low[k + 3], dots, k);
    }
  }
}

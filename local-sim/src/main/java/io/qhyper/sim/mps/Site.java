package io.qhyper.sim.mps;

import java.util.List;

/**
 * The tensor of one site: for each value of the qubit, a matrix from the left to the right bond.
 *
 * @param zero for the value 0
 * @param one for the value 1, of the same shape
 */
record Site(ComplexMatrix zero, ComplexMatrix one) {
  /** A site in |0⟩ with bonds of dimension 1. */
  static Site ground() {
    return new Site(ComplexMatrix.identity(1), ComplexMatrix.zero(1, 1));
  }

  /** Dimension of the left bond. */
  int left() {
    return zero.rows();
  }

  /** Dimension of the right bond. */
  int right() {
    return zero.columns();
  }

  ComplexMatrix of(int value) {
    return value == 0 ? zero : one;
  }

  /** Whether no bond joins the site to others. */
  boolean isAlone() {
    return left() == 1 && right() == 1;
  }

  /** The site after a 2×2 matrix. */
  Site after(ComplexMatrix gate) {
    return new Site(row(gate, 0), row(gate, 1));
  }

  private ComplexMatrix row(ComplexMatrix gate, int row) {
    return ComplexMatrix.mix(
        gate.re()[2 * row],
        gate.im()[2 * row],
        zero,
        gate.re()[2 * row + 1],
        gate.im()[2 * row + 1],
        one);
  }

  /** The site with both slices multiplied from the right. */
  Site times(ComplexMatrix factor) {
    return new Site(zero.times(factor), one.times(factor));
  }

  /** The site with both slices multiplied from the left. */
  Site leftTimes(ComplexMatrix factor) {
    return new Site(factor.times(zero), factor.times(one));
  }

  /** Where a site stands among those that a gate crosses. */
  enum Place {
    FIRST,
    MIDDLE,
    LAST
  }

  /**
   * The site after one factor of every term of a gate, the terms side by side: term r takes block r
   * of the right bond (first site), of the left bond (last) or of both (between).
   */
  Site after(List<ComplexMatrix> factors, Place place) {
    int terms = factors.size();
    int rows = place == Place.FIRST ? left() : left() * terms;
    int columns = place == Place.LAST ? right() : right() * terms;
    ComplexMatrix newZero = ComplexMatrix.zero(rows, columns);
    ComplexMatrix newOne = ComplexMatrix.zero(rows, columns);
    for (int r = 0; r < terms; r++) {
      int row = place == Place.FIRST ? 0 : r * left();
      int column = place == Place.LAST ? 0 : r * right();
      ComplexMatrix factor = factors.get(r);
      add(factor, 0, newZero, row * columns + column);
      add(factor, 1, newOne, row * columns + column);
    }
    return new Site(newZero, newOne);
  }

  private void add(ComplexMatrix gate, int row, ComplexMatrix to, int offset) {
    for (int value = 0; value < 2; value++) {
      double re = gate.re()[2 * row + value];
      double im = gate.im()[2 * row + value];
      if (re != 0 || im != 0) {
        ComplexMatrix from = of(value);
        for (int i = 0; i < left(); i++) {
          ComplexMatrix.addRow(
              re,
              im,
              from.re(),
              from.im(),
              i * right(),
              to.re(),
              to.im(),
              offset + i * to.columns(),
              right());
        }
      }
    }
  }

  /** The slices one above the other: row (value, l), column r. */
  ComplexMatrix stacked() {
    int size = zero.re().length;
    ComplexMatrix stacked = ComplexMatrix.zero(2 * left(), right());
    for (int value = 0; value < 2; value++) {
      System.arraycopy(of(value).re(), 0, stacked.re(), value * size, size);
      System.arraycopy(of(value).im(), 0, stacked.im(), value * size, size);
    }
    return stacked;
  }

  /** The site whose {@link #stacked} is a matrix. */
  static Site ofStacked(ComplexMatrix stacked) {
    return new Site(half(stacked, 0), half(stacked, 1));
  }

  private static ComplexMatrix half(ComplexMatrix stacked, int value) {
    int rows = stacked.rows() / 2;
    int size = rows * stacked.columns();
    ComplexMatrix half = ComplexMatrix.zero(rows, stacked.columns());
    System.arraycopy(stacked.re(), value * size, half.re(), 0, size);
    System.arraycopy(stacked.im(), value * size, half.im(), 0, size);
    return half;
  }

  /** The site seen from the other end of the line: both slices transposed. */
  Site mirrored() {
    return new Site(zero.transposed(), one.transposed());
  }
}

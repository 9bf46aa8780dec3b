package io.qhyper.sim.mps;

/**
 * A dense complex matrix, row by row, real and imaginary parts apart; not changed once it is made.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param re real parts, entry (i, j) at {@code i·columns + j}; owned by this record
 * @param im imaginary parts, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
public record ComplexMatrix(int rows, int columns, double[] re, double[] im) {
  public ComplexMatrix {
    if (re.length != rows * columns || im.length != re.length) {
      throw new IllegalArgumentException(
          "a %d×%d matrix has %d entries, got %d and %d"
              .formatted(rows, columns, rows * columns, re.length, im.length));
    }
  }

  /** A matrix of zeros, to be filled by its maker. */
  static ComplexMatrix zero(int rows, int columns) {
    int size = Math.multiplyExact(rows, columns);
    return new ComplexMatrix(rows, columns, new double[size], new double[size]);
  }

  /** The identity. */
  public static ComplexMatrix identity(int dimension) {
    ComplexMatrix identity = zero(dimension, dimension);
    for (int i = 0; i < dimension; i++) {
      identity.re[i * dimension + i] = 1;
    }
    return identity;
  }

  /** This matrix times another. */
  ComplexMatrix times(ComplexMatrix right) {
    ComplexMatrix product = zero(rows, right.columns);
    addProduct(re, im, right, product);
    return product;
  }

  /** The transpose, without conjugation. */
  ComplexMatrix transposed() {
    ComplexMatrix transposed = zero(columns, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed.re[j * rows + i] = re[i * columns + j];
        transposed.im[j * rows + i] = im[i * columns + j];
      }
    }
    return transposed;
  }

  /** The conjugate transpose of this matrix times another. */
  ComplexMatrix adjointTimes(ComplexMatrix right) {
    ComplexMatrix left = transposed();
    for (int i = 0; i < left.im.length; i++) {
      left.im[i] = -left.im[i];
    }
    return left.times(right);
  }

  /** Adds left·right to a product; left has the product's rows and right's number of rows. */
  private static void addProduct(
      double[] leftRe, double[] leftIm, ComplexMatrix right, ComplexMatrix product) {
    final int inner = right.rows;
    final int columns = right.columns;
    for (int i = 0; i < product.rows; i++) {
      for (int k = 0; k < inner; k++) {
        final double factorRe = leftRe[i * inner + k];
        final double factorIm = leftIm[i * inner + k];
        if (factorRe != 0 || factorIm != 0) {
          addRow(
              factorRe,
              factorIm,
              right.re,
              right.im,
              k * columns,
              product.re,
              product.im,
              i * columns,
              columns);
        }
      }
    }
  }

  /** to[j] += factor·from[j] for {@code length} entries of two rows in different arrays. */
  static void addRow(
      double factorRe,
      double factorIm,
      double[] fromRe,
      double[] fromIm,
      int from,
      double[] toRe,
      double[] toIm,
      int to,
      int length) {
    for (int j = 0; j < length; j++) {
      toRe[to + j] += factorRe * fromRe[from + j] - factorIm * fromIm[from + j];
      toIm[to + j] += factorRe * fromIm[from + j] + factorIm * fromRe[from + j];
    }
  }

  /** a·this + b·that. */
  static ComplexMatrix mix(
      double aRe, double aIm, ComplexMatrix a, double bRe, double bIm, ComplexMatrix b) {
    ComplexMatrix sum = zero(a.rows, a.columns);
    addRow(aRe, aIm, a.re, a.im, 0, sum.re, sum.im, 0, sum.re.length);
    addRow(bRe, bIm, b.re, b.im, 0, sum.re, sum.im, 0, sum.re.length);
    return sum;
  }

  /** This matrix times a number. */
  ComplexMatrix scaled(double factorRe, double factorIm) {
    ComplexMatrix scaled = zero(rows, columns);
    addRow(factorRe, factorIm, re, im, 0, scaled.re, scaled.im, 0, re.length);
    return scaled;
  }

  /** The sum of the squared moduli of all entries. */
  double squaredNorm() {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += re[i] * re[i] + im[i] * im[i];
    }
    return sum;
  }
}

package io.qhyper.sim.oracle;

/** A dense complex square matrix, slow and obvious; entry (row, column). */
public final class DenseMatrix {
  final int n;
  final double[][] re;
  final double[][] im;

  DenseMatrix(int n) {
    this.n = n;
    this.re = new double[n][n];
    this.im = new double[n][n];
  }

  /** A matrix of dimension 2 from real and imaginary parts in turn, row by row. */
  static DenseMatrix two(double... entries) {
    DenseMatrix m = new DenseMatrix(2);
    for (int i = 0; i < 4; i++) {
      m.re[i / 2][i % 2] = entries[2 * i];
      m.im[i / 2][i % 2] = entries[2 * i + 1];
    }
    return m;
  }

  static DenseMatrix identity(int n) {
    DenseMatrix m = new DenseMatrix(n);
    for (int i = 0; i < n; i++) {
      m.re[i][i] = 1;
    }
    return m;
  }

  DenseMatrix times(DenseMatrix b) {
    DenseMatrix product = new DenseMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          product.re[i][j] += re[i][k] * b.re[k][j] - im[i][k] * b.im[k][j];
          product.im[i][j] += re[i][k] * b.im[k][j] + im[i][k] * b.re[k][j];
        }
      }
    }
    return product;
  }

  DenseMatrix plus(DenseMatrix b) {
    DenseMatrix sum = new DenseMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum.re[i][j] = re[i][j] + b.re[i][j];
        sum.im[i][j] = im[i][j] + b.im[i][j];
      }
    }
    return sum;
  }

  /** This matrix times the number {@code a + ib}. */
  DenseMatrix times(double a, double b) {
    DenseMatrix scaled = new DenseMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.re[i][j] = a * re[i][j] - b * im[i][j];
        scaled.im[i][j] = a * im[i][j] + b * re[i][j];
      }
    }
    return scaled;
  }

  DenseMatrix adjoint() {
    DenseMatrix adjoint = new DenseMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        adjoint.re[i][j] = re[j][i];
        adjoint.im[i][j] = -im[j][i];
      }
    }
    return adjoint;
  }

  /** Real part of the trace. */
  double trace() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += re[i][i];
    }
    return sum;
  }

  /** The Kronecker product that has {@code low} on the less significant bits. */
  DenseMatrix above(DenseMatrix low) {
    DenseMatrix product = new DenseMatrix(n * low.n);
    for (int i = 0; i < product.n; i++) {
      for (int j = 0; j < product.n; j++) {
        double a = re[i / low.n][j / low.n];
        double b = im[i / low.n][j / low.n];
        double c = low.re[i % low.n][j % low.n];
        double d = low.im[i % low.n][j % low.n];
        product.re[i][j] = a * c - b * d;
        product.im[i][j] = a * d + b * c;
      }
    }
    return product;
  }

  /** This matrix under one control, which becomes the least significant bit. */
  DenseMatrix controlled() {
    DenseMatrix zero = two(1, 0, 0, 0, 0, 0, 0, 0);
    DenseMatrix one = two(0, 0, 0, 0, 0, 0, 1, 0);
    return identity(n).above(zero).plus(above(one));
  }
}

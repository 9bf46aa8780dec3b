package io.qhyper.sim;

/** A small complex matrix, for planning only. */
final class ComplexSquare {
  private final int n;
  private final double[] re;
  private final double[] im;

  ComplexSquare(int n) {
    this.n = n;
    this.re = new double[n * n];
    this.im = new double[n * n];
  }

  /** A Pauli operator by number: bit 2k an X part, bit 2k+1 a Z part of qubit k. */
  static ComplexSquare pauli(int qubits, int number) {
    ComplexSquare matrix = new ComplexSquare(1 << qubits);
    for (int column = 0; column < matrix.n; column++) {
      int row = column;
      double sign = 1; // XZ instead of Y: a factor of i does not matter here
      for (int qubit = 0; qubit < qubits; qubit++) {
        row ^= ((number >> (2 * qubit)) & 1) << qubit;
        sign *= ((number >> (2 * qubit + 1)) & (column >> qubit) & 1) == 1 ? -1 : 1;
      }
      matrix.set(row, column, sign, 0);
    }
    return matrix;
  }

  int n() {
    return n;
  }

  void set(int row, int column, double real, double imaginary) {
    re[row * n + column] = real;
    im[row * n + column] = imaginary;
  }

  ComplexSquare times(ComplexSquare other) {
    ComplexSquare product = new ComplexSquare(n);
    for (int i = 0; i < n * n; i++) {
      for (int k = 0; k < n; k++) {
        int a = i / n * n + k;
        int b = k * n + i % n;
        product.re[i] += re[a] * other.re[b] - im[a] * other.im[b];
        product.im[i] += re[a] * other.im[b] + im[a] * other.re[b];
      }
    }
    return product;
  }

  ComplexSquare adjoint() {
    ComplexSquare adjoint = new ComplexSquare(n);
    for (int i = 0; i < n * n; i++) {
      adjoint.set(i % n, i / n, re[i], -im[i]);
    }
    return adjoint;
  }

  /** |tr|. */
  double traceModulus() {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < n; i++) {
      real += re[i * (n + 1)];
      imaginary += im[i * (n + 1)];
    }
    return Math.hypot(real, imaginary);
  }
}

package io.qhyper.mitigation;

/** Solves by LU decomposition with row pivots; n³/3 multiplications once, n² for each solution. */
final class LuSolver implements Solver {
  private static final double SINGULAR = 1e-12;

  private final double[][] lu;
  private final int[] rows; // row of the matrix that stands at each place

  /** An entry of a matrix. */
  interface Entries {
    double at(int row, int column);
  }

  private LuSolver(double[][] lu, int[] rows) {
    this.lu = lu;
    this.rows = rows;
  }

  /**
   * Decomposes a matrix.
   *
   * @throws IllegalArgumentException if it has no inverse
   */
  static LuSolver of(int size, Entries entries) {
    double[][] a = new double[size][size];
    int[] rows = new int[size];
    for (int row = 0; row < size; row++) {
      rows[row] = row;
      for (int column = 0; column < size; column++) {
        a[row][column] = entries.at(row, column);
      }
    }
    for (int k = 0; k < size; k++) {
      int pivot = k;
      for (int row = k + 1; row < size; row++) {
        pivot = Math.abs(a[row][k]) > Math.abs(a[pivot][k]) ? row : pivot;
      }
      if (!(Math.abs(a[pivot][k]) > SINGULAR)) {
        throw new IllegalArgumentException(
            "the readout matrix cannot be inverted: its strings are confused beyond telling apart");
      }
      swap(a, rows, k, pivot);
      for (int row = k + 1; row < size; row++) {
        a[row][k] /= a[k][k];
        for (int column = k + 1; column < size; column++) {
          a[row][column] -= a[row][k] * a[k][column];
        }
      }
    }
    return new LuSolver(a, rows);
  }

  private static void swap(double[][] a, int[] rows, int i, int j) {
    double[] row = a[i];
    a[i] = a[j];
    a[j] = row;
    int number = rows[i];
    rows[i] = rows[j];
    rows[j] = number;
  }

  @Override
  public double[] solve(double[] b) {
    int size = rows.length;
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = b[rows[i]];
      for (int j = 0; j < i; j++) {
        x[i] -= lu[i][j] * x[j];
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int j = i + 1; j < size; j++) {
        x[i] -= lu[i][j] * x[j];
      }
      x[i] /= lu[i][i];
    }
    return x;
  }

  @Override
  public double[] solveTransposed(double[] b) {
    int size = rows.length;
    double[] y = b.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        y[i] -= lu[j][i] * y[j];
      }
      y[i] /= lu[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int j = i + 1; j < size; j++) {
        y[i] -= lu[j][i] * y[j];
      }
    }
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      x[rows[i]] = y[i];
    }
    return x;
  }
}

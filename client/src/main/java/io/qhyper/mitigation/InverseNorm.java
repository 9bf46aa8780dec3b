package io.qhyper.mitigation;

import java.util.Arrays;

/** The one-norm of the inverse of a matrix, the largest column sum of magnitudes. */
final class InverseNorm {
  private static final int MOST_STEPS = 5;

  private InverseNorm() {}

  /** By all columns for a small matrix, else estimated. */
  static double of(Solver solver, int size) {
    return size <= Solver.DIRECT ? exact(solver, size) : estimate(solver, size);
  }

  /** By all columns. */
  static double exact(Solver solver, int size) {
    double largest = 0;
    for (int column = 0; column < size; column++) {
      largest = Math.max(largest, norm(solver.solve(unit(size, column))));
    }
    return largest;
  }

  /**
   * A lower bound that is nearly always the norm itself (Hager, SIAM J. Sci. Stat. Comput. 5, 311;
   * used so by M3): climbs from column to column, a few solutions altogether.
   */
  static double estimate(Solver solver, int size) {
    double[] x = new double[size];
    Arrays.fill(x, 1.0 / size);
    double best = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] y = solver.solve(x);
      if (step > 0 && norm(y) <= best) {
        return best;
      }
      best = norm(y);
      double[] z = solver.solveTransposed(Arrays.stream(y).map(v -> v < 0 ? -1 : 1).toArray());
      int steepest = 0;
      double slope = 0;
      for (int i = 0; i < size; i++) {
        slope += z[i] * x[i];
        steepest = Math.abs(z[i]) > Math.abs(z[steepest]) ? i : steepest;
      }
      if (Math.abs(z[steepest]) <= slope) {
        return best;
      }
      x = unit(size, steepest);
    }
    return best;
  }

  private static double[] unit(int size, int place) {
    double[] unit = new double[size];
    unit[place] = 1;
    return unit;
  }

  private static double norm(double[] x) {
    return Arrays.stream(x).map(Math::abs).sum();
  }
}

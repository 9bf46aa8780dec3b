package io.qhyper.mitigation;

/** Solves systems with one square matrix A. */
interface Solver {
  /** Up to this size a matrix is decomposed, above it solved by iteration. */
  int DIRECT = 64;

  /** x with A·x = b. */
  double[] solve(double[] b);

  /** x with Aᵀ·x = b. */
  double[] solveTransposed(double[] b);

  /** The solver that suits the size of a matrix. */
  static Solver of(RestrictedMatrix matrix) {
    return matrix.size() <= DIRECT
        ? LuSolver.of(matrix.size(), matrix::entry)
        : new IterativeSolver(matrix);
  }
}

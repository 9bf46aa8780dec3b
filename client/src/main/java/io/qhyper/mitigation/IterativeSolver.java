package io.qhyper.mitigation;

import java.util.function.UnaryOperator;

/**
 * Solves without storing the matrix: BiCGSTAB (van der Vorst, SIAM J. Sci. Stat. Comput. 13, 631),
 * preconditioned by the diagonal. A step takes two products with the matrix; a confusion matrix of
 * a few per cent a bit takes about ten steps.
 */
final class IterativeSolver implements Solver {
  private static final double TOLERANCE = 1e-11; // of the residual, relative to the right side
  private static final int MOST_STEPS = 500;

  private final RestrictedMatrix matrix;
  private final double[] diagonal;

  IterativeSolver(RestrictedMatrix matrix) {
    this.matrix = matrix;
    this.diagonal = new double[matrix.size()];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = matrix.entry(i, i) > 0 ? matrix.entry(i, i) : 1;
    }
  }

  @Override
  public double[] solve(double[] b) {
    return solve(matrix::times, b);
  }

  @Override
  public double[] solveTransposed(double[] b) {
    return solve(matrix::transposedTimes, b);
  }

  private double[] solve(UnaryOperator<double[]> product, double[] b) {
    double[] x = new double[b.length];
    double[] r = b.clone();
    double[] shadow = b.clone();
    double[] p = new double[b.length];
    double[] v = new double[b.length];
    double rho = 1;
    double alpha = 1;
    double omega = 1;
    double goal = TOLERANCE * Math.sqrt(dot(b, b));
    for (int step = 0; !(Math.sqrt(dot(r, r)) <= goal); step++) {
      double next = dot(shadow, r);
      if (step == MOST_STEPS || !Double.isFinite(next) || next == 0) {
        throw new IllegalArgumentException(
            "the readout correction does not converge: too many strings are confused with each"
                + " other; calibrate anew or take more shots");
      }
      double beta = next / rho * (alpha / omega);
      rho = next;
      for (int i = 0; i < p.length; i++) {
        p[i] = r[i] + beta * (p[i] - omega * v[i]);
      }
      double[] direction = preconditioned(p);
      v = product.apply(direction);
      alpha = rho / dot(shadow, v);
      add(-alpha, v, r);
      add(alpha, direction, x);
      if (Math.sqrt(dot(r, r)) <= goal) {
        return x;
      }
      double[] correction = preconditioned(r);
      double[] t = product.apply(correction);
      omega = dot(t, r) / dot(t, t);
      add(omega, correction, x);
      add(-omega, t, r);
    }
    return x;
  }

  private double[] preconditioned(double[] x) {
    double[] scaled = x.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= diagonal[i];
    }
    return scaled;
  }

  private static void add(double factor, double[] x, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * x[i];
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}

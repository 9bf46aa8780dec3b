package io.qhyper.sim.mps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The singular value decomposition of a small matrix, by one-sided Jacobi rotations of its rows
 * (Hestenes, Inversion of matrices by biorthogonalization and related results, 1958).
 *
 * <p>A = W·S with W unitary and the rows of S orthogonal: row i has length σ_i, and σ descends.
 * Small singular values come out with full relative precision. About 5 to 10 sweeps of r²/2
 * rotations of rows of length r + columns.
 */
final class RowSvd {
  private static final double PRECISION = 1e-15;
  private static final int MAX_SWEEPS = 60;

  private final int columns;
  private final double[][] re; // rows of S
  private final double[][] im;
  private final double[][] turnRe; // rows of W†
  private final double[][] turnIm;
  private final int[] order; // rows by descending length
  private final double[] squares; // σ², descending

  RowSvd(ComplexMatrix a) {
    int rows = a.rows();
    columns = a.columns();
    re = cut(a.re(), rows, columns);
    im = cut(a.im(), rows, columns);
    ComplexMatrix one = ComplexMatrix.identity(rows);
    turnRe = cut(one.re(), rows, rows);
    turnIm = cut(one.im(), rows, rows);
    rotate();
    double[] lengths =
        IntStream.range(0, rows).mapToDouble(i -> square(re[i]) + square(im[i])).toArray();
    order =
        IntStream.range(0, rows)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -lengths[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    squares = Arrays.stream(order).mapToDouble(i -> lengths[i]).toArray();
  }

  private static double[][] cut(double[] entries, int rows, int columns) {
    double[][] cut = new double[rows][];
    Arrays.setAll(cut, i -> Arrays.copyOfRange(entries, i * columns, (i + 1) * columns));
    return cut;
  }

  private void rotate() {
    boolean turned = true;
    for (int sweep = 0; turned && sweep < MAX_SWEEPS; sweep++) {
      turned = false;
      for (int p = 0; p < re.length; p++) {
        for (int q = p + 1; q < re.length; q++) {
          turned |= rotate(p, q);
        }
      }
    }
  }

  /** Makes two rows orthogonal; false if they are already. */
  private boolean rotate(int p, int q) {
    double alpha = square(re[p]) + square(im[p]);
    double beta = square(re[q]) + square(im[q]);
    double dotRe = dot(re[p], re[q]) + dot(im[p], im[q]); // of row p with conjugate row q
    double dotIm = dot(im[p], re[q]) - dot(re[p], im[q]);
    double overlap = Math.hypot(dotRe, dotIm);
    if (overlap <= PRECISION * Math.sqrt(alpha) * Math.sqrt(beta) || overlap < Double.MIN_NORMAL) {
      return false;
    }
    double zeta = (beta - alpha) / (2 * overlap);
    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = cosine * tangent;
    double phaseRe = dotRe / overlap;
    double phaseIm = dotIm / overlap;
    turn(re[p], im[p], re[q], im[q], cosine, sine, phaseRe, phaseIm);
    turn(turnRe[p], turnIm[p], turnRe[q], turnIm[q], cosine, sine, phaseRe, phaseIm);
    return true;
  }

  /** p ← c·p − s·e^(iφ)·q and q ← s·e^(−iφ)·p + c·q. */
  private static void turn(
      double[] pRe,
      double[] pIm,
      double[] qRe,
      double[] qIm,
      double c,
      double s,
      double phaseRe,
      double phaseIm) {
    final double sRe = s * phaseRe;
    final double sIm = s * phaseIm;
    for (int j = 0; j < pRe.length; j++) {
      final double oldPRe = pRe[j];
      final double oldPIm = pIm[j];
      final double oldQRe = qRe[j];
      final double oldQIm = qIm[j];
      pRe[j] = c * oldPRe - (sRe * oldQRe - sIm * oldQIm);
      pIm[j] = c * oldPIm - (sRe * oldQIm + sIm * oldQRe);
      qRe[j] = sRe * oldPRe + sIm * oldPIm + c * oldQRe;
      qIm[j] = sRe * oldPIm - sIm * oldPRe + c * oldQIm;
    }
  }

  private static double dot(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    int j = 0;
    for (; j + 1 < a.length; j += 2) {
      even += a[j] * b[j];
      odd += a[j + 1] * b[j + 1];
    }
    return j < a.length ? even + odd + a[j] * b[j] : even + odd;
  }

  private static double square(double[] a) {
    return dot(a, a);
  }

  /** The squares of the singular values, descending. */
  double[] squares() {
    return squares;
  }

  /** The first columns of W, for the largest singular values. */
  ComplexMatrix basis(int kept) {
    int rows = re.length;
    ComplexMatrix basis = ComplexMatrix.zero(rows, kept);
    for (int j = 0; j < kept; j++) {
      for (int i = 0; i < rows; i++) {
        basis.re()[i * kept + j] = turnRe[order[j]][i];
        basis.im()[i * kept + j] = -turnIm[order[j]][i];
      }
    }
    return basis;
  }

  /** The first rows of S. */
  ComplexMatrix rows(int kept) {
    ComplexMatrix rows = ComplexMatrix.zero(kept, columns);
    for (int i = 0; i < kept; i++) {
      System.arraycopy(re[order[i]], 0, rows.re(), i * columns, columns);
      System.arraycopy(im[order[i]], 0, rows.im(), i * columns, columns);
    }
    return rows;
  }
}

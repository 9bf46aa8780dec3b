package io.qhyper.sim.mps;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * M = Q·R by Householder reflections with column pivoting (Golub and Van Loan, Matrix Computations,
 * section 5.4.2): the columns of Q are orthonormal to machine precision, and columns of M that the
 * earlier ones span add nothing to them.
 *
 * <p>Cost: about 16·r·m·n multiplications for an m×n matrix of rank r.
 */
final class PivotedQr {
  private final int rows;
  private final int columns;
  private final double[] re; // becomes R, columns in pivot order
  private final double[] im;
  private final int[] pivots;
  private final double[][] mirrorRe;
  private final double[][] mirrorIm;
  private final double[] workRe;
  private final double[] workIm;
  private int rank;

  /**
   * Factors a matrix.
   *
   * @param relative stop when what is left of every column is at most this part of the longest
   * @param absolute or at most this long
   */
  PivotedQr(ComplexMatrix matrix, double relative, double absolute) {
    rows = matrix.rows();
    columns = matrix.columns();
    re = matrix.re().clone();
    im = matrix.im().clone();
    pivots = IntStream.range(0, columns).toArray();
    int most = Math.min(rows, columns);
    mirrorRe = new double[most][];
    mirrorIm = new double[most][];
    workRe = new double[columns];
    workIm = new double[columns];
    double stop = 0;
    for (int k = 0; k < most; k++) {
      double square = pivot(k);
      if (k == 0) {
        stop = Math.max(relative * Math.sqrt(square), absolute);
      }
      // A zero matrix keeps one column, so that bonds have at least dimension 1.
      if (k > 0 && Math.sqrt(square) <= stop) {
        break;
      }
      reflect(k, Math.sqrt(square));
      rank = k + 1;
    }
  }

  /** Exchanges column k for the longest that is left, counted from row k; its squared length. */
  private double pivot(int k) {
    double[] squares = workRe;
    Arrays.fill(squares, k, columns, 0);
    for (int i = k; i < rows; i++) {
      for (int j = k; j < columns; j++) {
        final double entryRe = re[i * columns + j];
        final double entryIm = im[i * columns + j];
        squares[j] += entryRe * entryRe + entryIm * entryIm;
      }
    }
    int longest = k;
    for (int j = k + 1; j < columns; j++) {
      if (squares[j] > squares[longest]) {
        longest = j;
      }
    }
    double square = squares[longest];
    if (longest != k) {
      swap(k, longest);
    }
    return square;
  }

  private void swap(int a, int b) {
    for (int row = 0; row < re.length; row += columns) {
      double keptRe = re[row + a];
      double keptIm = im[row + a];
      re[row + a] = re[row + b];
      im[row + a] = im[row + b];
      re[row + b] = keptRe;
      im[row + b] = keptIm;
    }
    int kept = pivots[a];
    pivots[a] = pivots[b];
    pivots[b] = kept;
  }

  /** Mirrors column k onto its first entry: subtracts v·(v†M) with |v|² = 2. */
  private void reflect(int k, double length) {
    double[] vRe = new double[rows - k];
    double[] vIm = new double[rows - k];
    mirrorRe[k] = vRe;
    mirrorIm[k] = vIm;
    if (length == 0) {
      return;
    }
    for (int i = k; i < rows; i++) {
      vRe[i - k] = re[i * columns + k];
      vIm[i - k] = im[i * columns + k];
    }
    double head = Math.hypot(vRe[0], vIm[0]);
    double phaseRe = head == 0 ? 1 : vRe[0] / head;
    double phaseIm = head == 0 ? 0 : vIm[0] / head;
    vRe[0] += phaseRe * length;
    vIm[0] += phaseIm * length;
    double scale = 1 / Math.sqrt(length * (length + head));
    for (int i = 0; i < vRe.length; i++) {
      vRe[i] *= scale;
      vIm[i] *= scale;
    }
    mirror(vRe, vIm, k, re, im, columns, k + 1, workRe, workIm);
    re[k * columns + k] = -phaseRe * length;
    im[k * columns + k] = -phaseIm * length;
  }

  /** M ← M − v·(v†M) on rows from {@code k} and columns from {@code first}. */
  private static void mirror(
      double[] vRe,
      double[] vIm,
      int k,
      double[] re,
      double[] im,
      int columns,
      int first,
      double[] workRe,
      double[] workIm) {
    int length = columns - first;
    Arrays.fill(workRe, first, columns, 0);
    Arrays.fill(workIm, first, columns, 0);
    for (int i = 0; i < vRe.length; i++) {
      int row = (k + i) * columns + first;
      ComplexMatrix.addRow(vRe[i], -vIm[i], re, im, row, workRe, workIm, first, length);
    }
    for (int i = 0; i < vRe.length; i++) {
      int row = (k + i) * columns + first;
      ComplexMatrix.addRow(-vRe[i], -vIm[i], workRe, workIm, first, re, im, row, length);
    }
  }

  /** Number of columns of Q, at least 1. */
  int rank() {
    return rank;
  }

  /** Q: orthonormal columns. */
  ComplexMatrix q() {
    ComplexMatrix q = ComplexMatrix.zero(rows, rank);
    for (int i = 0; i < rank; i++) {
      q.re()[i * rank + i] = 1;
    }
    double[] sumRe = new double[rank];
    double[] sumIm = new double[rank];
    for (int k = rank - 1; k >= 0; k--) {
      mirror(mirrorRe[k], mirrorIm[k], k, q.re(), q.im(), rank, k, sumRe, sumIm);
    }
    return q;
  }

  /** R, columns in the order of M. */
  ComplexMatrix r() {
    ComplexMatrix r = ComplexMatrix.zero(rank, columns);
    for (int i = 0; i < rank; i++) {
      for (int j = i; j < columns; j++) {
        r.re()[i * columns + pivots[j]] = re[i * columns + j];
        r.im()[i * columns + pivots[j]] = im[i * columns + j];
      }
    }
    return r;
  }
}

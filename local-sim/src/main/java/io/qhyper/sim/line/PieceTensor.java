package io.qhyper.sim.line;

import java.util.Arrays;

/**
 * The amplitudes of a piece for each value of its qubits, each term b of its upper border and each
 * term a of its lower one, at {@code (value·upper + b)·lower + a}. For one thread at a time.
 */
final class PieceTensor {
  final int values;
  final int upper;
  final int lower;
  final double[] re;
  final double[] im;
  private final Piece piece;
  private final int[] places;
  private final double[][] stageRe; // vectors of 0, 1, … branches
  private final double[][] stageIm;
  private final double[] rowRe;
  private final double[] rowIm;

  /**
   * A tensor of zeros.
   *
   * @param places those of the piece, only read
   */
  PieceTensor(Piece piece, int[] places) {
    this.piece = piece;
    this.places = places;
    this.values = 1 << piece.qubits();
    this.upper = piece.upper();
    this.lower = piece.lower();
    this.re = new double[places.length];
    this.im = new double[places.length];
    this.stageRe = new double[piece.branches() + 1][];
    this.stageIm = new double[piece.branches() + 1][];
    for (int k = 0; k < stageRe.length; k++) {
      stageRe[k] = new double[values << k];
      stageIm[k] = new double[values << k];
    }
    this.rowRe = new double[lower];
    this.rowIm = new double[lower];
  }

  /** Fills the tensor for settings. */
  void prepare(Settings settings) {
    int stage = 0;
    Arrays.fill(stageRe[0], 0);
    Arrays.fill(stageIm[0], 0);
    stageRe[0][0] = 1;
    for (PieceStep step : piece.steps()) {
      if (step instanceof PieceStep.Inner inner) {
        inner.apply(stageRe[stage], stageIm[stage], settings);
      } else if (step instanceof PieceStep.Branch branch) {
        branch.apply(
            stageRe[stage], stageIm[stage], stageRe[stage + 1], stageIm[stage + 1], settings);
        stage++;
      }
    }
    for (int i = 0; i < places.length; i++) {
      re[i] = stageRe[stage][places[i]];
      im[i] = stageIm[stage][places[i]];
    }
  }

  /**
   * The overlaps of the terms at the upper border, Σ φ_b·φ_b'*, from those at the lower one.
   *
   * @param below matrix of lower², row by row, real parts, then imaginary parts
   * @param above receives the same of upper²
   */
  void overlaps(double[] below, double[] above) {
    Arrays.fill(above, 0);
    int imaginary = upper * upper;
    for (int value = 0; value < values; value++) {
      for (int b = 0; b < upper; b++) {
        int row = (value * upper + b) * lower;
        times(row, below);
        for (int c = 0; c <= b; c++) {
          int other = (value * upper + c) * lower;
          double sumRe = 0;
          double sumIm = 0;
          for (int a = 0; a < lower; a++) {
            sumRe += rowRe[a] * re[other + a] + rowIm[a] * im[other + a];
            sumIm += rowIm[a] * re[other + a] - rowRe[a] * im[other + a];
          }
          above[b * upper + c] += sumRe;
          above[imaginary + b * upper + c] += sumIm;
        }
      }
    }
    for (int b = 0; b < upper; b++) {
      for (int c = 0; c < b; c++) {
        above[c * upper + b] = above[b * upper + c];
        above[imaginary + c * upper + b] = -above[imaginary + b * upper + c];
      }
    }
  }

  /** Multiplies a row of the tensor by the overlaps below. */
  private void times(int row, double[] below) {
    int imaginary = lower * lower;
    for (int c = 0; c < lower; c++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int a = 0; a < lower; a++) {
        double eRe = below[a * lower + c];
        double eIm = below[imaginary + a * lower + c];
        sumRe += re[row + a] * eRe - im[row + a] * eIm;
        sumIm += re[row + a] * eIm + im[row + a] * eRe;
      }
      rowRe[c] = sumRe;
      rowIm[c] = sumIm;
    }
  }

  /**
   * Σ_b v_b·tensor[value][b] for a row vector over the terms of the upper border.
   *
   * @param nextRe receives it, from {@code at} on
   * @param nextIm likewise
   */
  void follow(int value, double[] vRe, double[] vIm, double[] nextRe, double[] nextIm, int at) {
    for (int a = 0; a < lower; a++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int b = 0; b < upper; b++) {
        int i = (value * upper + b) * lower + a;
        sumRe += vRe[b] * re[i] - vIm[b] * im[i];
        sumIm += vRe[b] * im[i] + vIm[b] * re[i];
      }
      nextRe[at + a] = sumRe;
      nextIm[at + a] = sumIm;
    }
  }

  /** The squared length that a row vector over the lower terms has with the overlaps below. */
  double weight(double[] xRe, double[] xIm, int at, double[] below) {
    int imaginary = lower * lower;
    double sum = 0;
    for (int a = 0; a < lower; a++) {
      double re0 = xRe[at + a];
      double im0 = xIm[at + a];
      sum += below[a * lower + a] * (re0 * re0 + im0 * im0);
      for (int c = 0; c < a; c++) {
        double real = re0 * xRe[at + c] + im0 * xIm[at + c];
        double imag = im0 * xRe[at + c] - re0 * xIm[at + c];
        sum += 2 * (real * below[a * lower + c] - imag * below[imaginary + a * lower + c]);
      }
    }
    return Math.max(0, sum);
  }
}

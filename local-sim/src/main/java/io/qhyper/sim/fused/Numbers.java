package io.qhyper.sim.fused;

import io.qhyper.circuit.Unitary;
import java.util.List;

/**
 * What the operations of a merged program multiply with, for one row of parameters.
 *
 * <p>For each operation: eight numbers per 2×2 matrix (m00, m01, m10, m11, real and imaginary parts
 * in turn), or two per row of its phases.
 */
final class Numbers {
  /** Numbers of one 2×2 matrix. */
  static final int MATRIX = 8;

  private final double[][] values;

  Numbers(List<FusedOp> ops, Unitary[] gates) {
    this.values = new double[ops.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(ops.get(i), gates);
    }
  }

  private Numbers(double[][] values) {
    this.values = values;
  }

  /** The numbers with which the same operations undo these. */
  Numbers inverse(List<FusedOp> ops) {
    double[][] inverse = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      // ECR, whose numbers stand for other rows than columns, undoes itself.
      inverse[i] =
          switch (ops.get(i).action()) {
            case FLIP, SWAP, ECHO -> values[i];
            case PHASES -> conjugate(values[i]);
            case PAIR, CROSS -> transposed(conjugate(values[i]));
          };
    }
    return new Numbers(inverse);
  }

  private static double[] conjugate(double[] numbers) {
    double[] conjugate = numbers.clone();
    for (int i = 1; i < numbers.length; i += 2) {
      conjugate[i] = -numbers[i];
    }
    return conjugate;
  }

  /** Exchanges m01 and m10 of each matrix. */
  private static double[] transposed(double[] numbers) {
    double[] transposed = numbers.clone();
    for (int i = 0; i < numbers.length; i += MATRIX) {
      System.arraycopy(numbers, i + 4, transposed, i + 2, 2);
      System.arraycopy(numbers, i + 2, transposed, i + 4, 2);
    }
    return transposed;
  }

  private static double[] of(FusedOp op, Unitary[] gates) {
    return switch (op.action()) {
      case FLIP, SWAP -> new double[0];
      case PHASES -> diagonal(gates[op.gates()[0]]);
      case PAIR, CROSS, ECHO -> blocks(op.action().blocks(), product(op.gates(), gates));
    };
  }

  /** The matrix of gates that follow each other. */
  static Unitary product(int[] chain, Unitary[] gates) {
    Unitary product = gates[chain[0]];
    for (int k = 1; k < chain.length; k++) {
      product = times(gates[chain[k]], product);
    }
    return product;
  }

  private static Unitary times(Unitary a, Unitary b) {
    int n = a.dimension();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      for (int k = 0; k < n; k++) {
        int left = i / n * n + k;
        int right = k * n + i % n;
        re[i] += a.re()[left] * b.re()[right] - a.im()[left] * b.im()[right];
        im[i] += a.re()[left] * b.im()[right] + a.im()[left] * b.re()[right];
      }
    }
    return new Unitary(n, re, im);
  }

  private static double[] diagonal(Unitary matrix) {
    int n = matrix.dimension();
    double[] phases = new double[2 * n];
    for (int row = 0; row < n; row++) {
      phases[2 * row] = matrix.re()[row * (n + 1)];
      phases[2 * row + 1] = matrix.im()[row * (n + 1)];
    }
    return phases;
  }

  private static double[] blocks(int[] blocks, Unitary matrix) {
    int n = matrix.dimension();
    double[] numbers = new double[blocks.length / Action.BLOCK * MATRIX];
    int next = 0;
    for (int b = 0; b < blocks.length; b += Action.BLOCK) {
      for (int row = 2; row < Action.BLOCK; row++) {
        for (int column = 0; column < 2; column++) {
          int entry = blocks[b + row] * n + blocks[b + column];
          numbers[next++] = matrix.re()[entry];
          numbers[next++] = matrix.im()[entry];
        }
      }
    }
    return numbers;
  }

  /** The numbers of an operation; only read. */
  double[] of(int op) {
    return values[op];
  }

  /** Whether no operation has an imaginary part. */
  boolean areReal() {
    for (double[] numbers : values) {
      for (int i = 1; i < numbers.length; i += 2) {
        if (numbers[i] != 0) {
          return false;
        }
      }
    }
    return true;
  }
}

package io.qhyper.qasm;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Unitary;
import java.util.List;

/** The whole matrix of a circuit of gates, column by column: slow and obvious. */
final class DenseOracle {
  private DenseOracle() {}

  /** Entry [row][column] as {re, im}. */
  static double[][][] matrix(Circuit circuit) {
    int dimension = 1 << circuit.qubits();
    double[][][] matrix = new double[dimension][dimension][2];
    for (int column = 0; column < dimension; column++) {
      double[][] state = new double[dimension][2];
      state[column][0] = 1;
      for (Instruction step : circuit.flattened().instructions()) {
        state = apply((GateCall) step, state);
      }
      for (int row = 0; row < dimension; row++) {
        matrix[row][column] = state[row];
      }
    }
    return matrix;
  }

  private static double[][] apply(GateCall call, double[][] state) {
    Unitary unitary = call.targetMatrix(Binding.NONE);
    List<Integer> targets = call.targetQubits();
    double[][] result = new double[state.length][2];
    for (int from = 0; from < state.length; from++) {
      int basis = from;
      if (!call.controlQubits().stream().allMatch(q -> (basis >> q & 1) == 1)) {
        result[from][0] += state[from][0];
        result[from][1] += state[from][1];
        continue;
      }
      int column = 0;
      for (int t = 0; t < targets.size(); t++) {
        column |= (from >> targets.get(t) & 1) << t;
      }
      for (int row = 0; row < unitary.dimension(); row++) {
        int to = from;
        for (int t = 0; t < targets.size(); t++) {
          to = (to & ~(1 << targets.get(t))) | ((row >> t & 1) << targets.get(t));
        }
        double re = unitary.re()[row * unitary.dimension() + column];
        double im = unitary.im()[row * unitary.dimension() + column];
        result[to][0] += re * state[from][0] - im * state[from][1];
        result[to][1] += re * state[from][1] + im * state[from][0];
      }
    }
    return result;
  }

  /** The matrix that first does {@code a} and then {@code b}. */
  static double[][][] product(double[][][] b, double[][][] a) {
    int n = a.length;
    double[][][] result = new double[n][n][2];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          result[i][j][0] += b[i][k][0] * a[k][j][0] - b[i][k][1] * a[k][j][1];
          result[i][j][1] += b[i][k][0] * a[k][j][1] + b[i][k][1] * a[k][j][0];
        }
      }
    }
    return result;
  }

  /** The conjugate transpose. */
  static double[][][] adjoint(double[][][] a) {
    double[][][] result = new double[a.length][a.length][2];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        result[j][i] = new double[] {a[i][j][0], -a[i][j][1]};
      }
    }
    return result;
  }

  /**
   * The matrix under one control before its qubits: the control is qubit 0, and the matrix acts
   * where the control has the given value.
   */
  static double[][][] controlled(double[][][] a, int value) {
    double[][][] result = new double[2 * a.length][2 * a.length][2];
    for (int i = 0; i < a.length; i++) {
      result[2 * i + 1 - value][2 * i + 1 - value][0] = 1;
      for (int j = 0; j < a.length; j++) {
        result[2 * i + value][2 * j + value] = a[i][j];
      }
    }
    return result;
  }

  /** The largest difference of two entries. */
  static double distance(double[][][] a, double[][][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        largest = Math.max(largest, Math.hypot(a[i][j][0] - b[i][j][0], a[i][j][1] - b[i][j][1]));
      }
    }
    return largest;
  }
}

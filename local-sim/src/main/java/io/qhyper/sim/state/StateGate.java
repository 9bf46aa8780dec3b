package io.qhyper.sim.state;

import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Unitary;
import java.util.Arrays;

/**
 * A gate with its numbers filled in, ready to be applied to states; immutable.
 *
 * <p>The constructor of each kind picks out what its loop needs.
 */
public abstract sealed class StateGate
    permits Exchange, Diagonal, RealPair, DensePair, DenseQuadruple {
  /** Entries of a generator below this are rounding of entries that are 0. */
  private static final double ROUNDING = 1e-14;

  final Support support;
  final Unitary matrix;

  StateGate(Support support, Unitary matrix) {
    this.support = support;
    this.matrix = matrix;
  }

  /**
   * The gate that applies a matrix to targets where all controls are 1.
   *
   * @param name the gate that the matrix belongs to; picks the loop
   * @param controls qubits, below {@link StateVector#MAX_QUBITS}
   * @param targets other qubits, the least significant bit of the matrix index first
   */
  public static StateGate of(GateName name, int[] controls, int[] targets, Unitary matrix) {
    Support support = Support.of(controls, targets);
    return switch (name) {
      case X, CX, CCX, C3X, C4X -> new Exchange(support, matrix, 0, 1);
      case SWAP, CSWAP -> new Exchange(support, matrix, 1, 2);
      case GPHASE, ID, Z, S, SDG, T, TDG, P, RZ, CZ, CP, CRZ, RZZ -> new Diagonal(support, matrix);
      case H, RY, CH, CRY -> new RealPair(support, matrix);
      case U, U2, U3, Y, SX, SXDG, RX, CY, CSX, CRX, CU3, CU, C3SX ->
          new DensePair(support, matrix);
      case RXX, ECR -> new DenseQuadruple(support, matrix);
    };
  }

  /** Applies the gate. One pass over at most the whole state. */
  public abstract void apply(StateVector state);

  /** The gate that undoes this one. */
  public abstract StateGate inverse();

  /**
   * 2·Re⟨bra|K|ket⟩ for a matrix K on this gate's targets that is 0 unless all controls are 1.
   *
   * <p>With bra and ket the two states of a reverse sweep after the gate U and K = (dU/dθ)·U†, that
   * is the gate's part of the derivative by θ. One pass over 2^n / 2^(controls + targets) indices
   * and two arrays per real or imaginary part of K that is not 0: two for a rotation.
   */
  public final double slope(StateVector bra, StateVector ket, Unitary k) {
    int[] offsets = support.offsets();
    double sum = 0;
    for (int i = 0; i < k.re().length; i++) {
      int row = offsets[i / offsets.length];
      int column = offsets[i % offsets.length];
      if (Math.abs(k.re()[i]) > ROUNDING) {
        sum +=
            k.re()[i]
                * (product(bra.re(), ket.re(), row, column)
                    + product(bra.im(), ket.im(), row, column));
      }
      if (Math.abs(k.im()[i]) > ROUNDING) {
        sum -=
            k.im()[i]
                * (product(bra.re(), ket.im(), row, column)
                    - product(bra.im(), ket.re(), row, column));
      }
    }
    return 2 * sum;
  }

  private double product(double[] bra, double[] ket, int row, int column) {
    return Kernels.product(bra, ket, support.fixed(), row, column);
  }

  /** The conjugate transpose. */
  static Unitary adjoint(Unitary matrix) {
    int n = matrix.dimension();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    Arrays.setAll(re, i -> matrix.re()[i % n * n + i / n]);
    Arrays.setAll(im, i -> -matrix.im()[i % n * n + i / n]);
    return new Unitary(n, re, im);
  }
}

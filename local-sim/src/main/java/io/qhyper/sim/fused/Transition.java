package io.qhyper.sim.fused;

import io.qhyper.circuit.Unitary;

/**
 * What a gate sees of two states, bra and ket, right after it: A = T − T† with T_rc = Σ
 * bra_r*·ket_c over all values of the other qubits, r and c being those of the gate's targets where
 * all its controls are 1.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Transition(int dimension, double[] re, double[] im) {
  /** No bra and no ket so far. */
  static Transition zero(int dimension) {
    return new Transition(
        dimension, new double[dimension * dimension], new double[dimension * dimension]);
  }

  /**
   * 2·Re⟨bra|K|ket⟩ for an anti-Hermitian K on the gate's targets: with K = (dU/dθ)·U† the gate's
   * part of the derivative by θ, where bra is what a mean makes of the state.
   */
  public double slope(Unitary k) {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += k.re()[i] * re[i] - k.im()[i] * im[i];
    }
    return sum;
  }

  /** Adds what a pair of entries r and c shows: Im T_rr, Im T_cc, and T_rc − T_cr*. */
  void add(int r, int c, double[] sums) {
    im[r * dimension + r] += 2 * sums[0];
    im[c * dimension + c] += 2 * sums[1];
    re[r * dimension + c] += sums[2];
    im[r * dimension + c] += sums[3];
    re[c * dimension + r] -= sums[2];
    im[c * dimension + r] += sums[3];
  }

  /** Adds Im T_rr. */
  void add(int r, double imaginary) {
    im[r * dimension + r] += 2 * imaginary;
  }

  /** The same right before the gate of a matrix on the same qubits: UᵀAU*. */
  Transition before(Unitary gate) {
    Transition before = zero(dimension);
    for (int r = 0; r < dimension; r++) {
      for (int c = 0; c < dimension; c++) {
        for (int i = 0; i < re.length; i++) {
          int left = i / dimension * dimension + r;
          int right = i % dimension * dimension + c;
          // u = U_ir · U_jc*
          double uRe = gate.re()[left] * gate.re()[right] + gate.im()[left] * gate.im()[right];
          double uIm = gate.im()[left] * gate.re()[right] - gate.re()[left] * gate.im()[right];
          before.re[r * dimension + c] += uRe * re[i] - uIm * im[i];
          before.im[r * dimension + c] += uRe * im[i] + uIm * re[i];
        }
      }
    }
    return before;
  }
}

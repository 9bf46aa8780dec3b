package io.qhyper.sim.state;

import io.qhyper.circuit.Unitary;

/** Multiplies each amplitude by a phase that its fixed bits choose; entries of 1 cost nothing. */
final class Diagonal extends StateGate {
  Diagonal(Support support, Unitary matrix) {
    super(support, matrix);
  }

  @Override
  public void apply(StateVector state) {
    int n = matrix.dimension();
    for (int row = 0; row < n; row++) {
      double c = matrix.re()[row * (n + 1)];
      double s = matrix.im()[row * (n + 1)];
      if (c != 1 || s != 0) {
        Kernels.phase(state.re(), state.im(), support.fixed(), support.offsets()[row], c, s);
      }
    }
  }

  @Override
  public StateGate inverse() {
    return new Diagonal(support, adjoint(matrix));
  }
}

package io.qhyper.sim.state;

import io.qhyper.circuit.Unitary;

/** Applies any matrix to two targets under any controls. */
final class DenseQuadruple extends StateGate {
  DenseQuadruple(Support support, Unitary matrix) {
    super(support, matrix);
  }

  @Override
  public void apply(StateVector state) {
    Kernels.dense4(
        state.re(), state.im(), support.fixed(), support.offsets(), matrix.re(), matrix.im());
  }

  @Override
  public StateGate inverse() {
    return new DenseQuadruple(support, adjoint(matrix));
  }
}

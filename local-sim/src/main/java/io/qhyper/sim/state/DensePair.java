package io.qhyper.sim.state;

import io.qhyper.circuit.Unitary;

/** Applies any matrix to one target under any controls. */
final class DensePair extends StateGate {
  DensePair(Support support, Unitary matrix) {
    super(support, matrix);
  }

  @Override
  public void apply(StateVector state) {
    Kernels.dense(
        state.re(),
        state.im(),
        support.fixed(),
        support.offsets()[0],
        support.offsets()[1],
        matrix.re(),
        matrix.im());
  }

  @Override
  public StateGate inverse() {
    return new DensePair(support, adjoint(matrix));
  }
}

package io.qhyper.sim.state;

import io.qhyper.circuit.Unitary;

/** Applies a real matrix to one target: RY and H under any controls. */
final class RealPair extends StateGate {
  RealPair(Support support, Unitary matrix) {
    super(support, matrix);
  }

  @Override
  public void apply(StateVector state) {
    Kernels.real(
        state.re(),
        state.im(),
        support.fixed(),
        support.offsets()[0],
        support.offsets()[1],
        matrix.re());
  }

  @Override
  public StateGate inverse() {
    return new RealPair(support, adjoint(matrix));
  }
}

package io.qhyper.sim.state;

import io.qhyper.circuit.Unitary;

/** Swaps two amplitudes of each group: X and SWAP under any controls. */
final class Exchange extends StateGate {
  private final int a;
  private final int b;

  Exchange(Support support, Unitary matrix, int rowA, int rowB) {
    super(support, matrix);
    this.a = support.offsets()[rowA];
    this.b = support.offsets()[rowB];
  }

  @Override
  public void apply(StateVector state) {
    Kernels.exchange(state.re(), state.im(), support.fixed(), a, b);
  }

  @Override
  public StateGate inverse() {
    return this;
  }
}

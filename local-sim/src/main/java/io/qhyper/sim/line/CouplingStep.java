package io.qhyper.sim.line;

/** exp(−iθ/2 Z⊗Z) inside a half. */
final class CouplingStep extends InnerStep {
  private final int mask;
  private final int slot;

  CouplingStep(int oneBit, int otherBit, int slot) {
    this.mask = 1 << oneBit | 1 << otherBit;
    this.slot = slot;
  }

  @Override
  public boolean differs(Settings one, Settings other) {
    return one.couplingDiffers(other, slot);
  }

  @Override
  void apply(double[] re, double[] im, Settings settings) {
    int at = slot * Settings.COUPLING;
    PairKernels.couple(re, im, mask, settings.couplings()[at], settings.couplings()[at + 1]);
  }

  @Override
  void undo(double[] re, double[] im, Settings settings) {
    int at = slot * Settings.COUPLING;
    PairKernels.couple(re, im, mask, settings.couplings()[at], -settings.couplings()[at + 1]);
  }

  @Override
  void addSlope(Sweep after, int term, Slopes slopes) {
    slopes.couplings()[slot] +=
        PairKernels.slope(
            after.bra().re()[term],
            after.bra().im()[term],
            after.ket().re()[term],
            after.ket().im()[term],
            mask);
  }
}

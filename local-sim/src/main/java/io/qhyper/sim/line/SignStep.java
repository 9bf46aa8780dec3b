package io.qhyper.sim.line;

/** CZ inside a half. */
final class SignStep extends InnerStep {
  private final int mask;

  SignStep(int oneBit, int otherBit) {
    this.mask = 1 << oneBit | 1 << otherBit;
  }

  @Override
  void apply(double[] re, double[] im, Settings settings) {
    PairKernels.negate(re, mask);
    PairKernels.negate(im, mask);
  }

  @Override
  void undo(double[] re, double[] im, Settings settings) {
    apply(re, im, settings);
  }
}

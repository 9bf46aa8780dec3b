package io.qhyper.sim.line;

/** CX inside a half. */
final class FlipStep extends InnerStep {
  private final int control;
  private final int target;

  FlipStep(int controlBit, int targetBit) {
    this.control = 1 << controlBit;
    this.target = 1 << targetBit;
  }

  @Override
  void apply(double[] re, double[] im, Settings settings) {
    PairKernels.flip(re, control, target);
    PairKernels.flip(im, control, target);
  }

  @Override
  void undo(double[] re, double[] im, Settings settings) {
    apply(re, im, settings);
  }
}

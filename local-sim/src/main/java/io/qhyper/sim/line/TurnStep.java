package io.qhyper.sim.line;

/** Turns one qubit of a half. */
final class TurnStep extends InnerStep {
  private final int stride;
  private final int slot;

  TurnStep(int bit, int slot) {
    this.stride = 1 << bit;
    this.slot = slot;
  }

  @Override
  public boolean differs(Settings one, Settings other) {
    return one.turnDiffers(other, slot);
  }

  @Override
  void apply(double[] re, double[] im, Settings settings) {
    TurnKernels.apply(re, im, stride, settings.turns(), slot);
  }

  @Override
  void undo(double[] re, double[] im, Settings settings) {
    TurnKernels.undo(re, im, stride, settings.turns(), slot);
  }

  @Override
  void addSlope(Sweep after, int term, Slopes slopes) {
    TurnKernels.addSlopes(
        after.bra().re()[term],
        after.bra().im()[term],
        after.ket().re()[term],
        after.ket().im()[term],
        stride,
        slopes.turns(),
        slot * Slopes.TURN);
  }
}

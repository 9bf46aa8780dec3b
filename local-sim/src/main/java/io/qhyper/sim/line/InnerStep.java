package io.qhyper.sim.line;

/** A step that acts on each vector of a half by itself. */
abstract class InnerStep implements HalfStep {
  abstract void apply(double[] re, double[] im, Settings settings);

  abstract void undo(double[] re, double[] im, Settings settings);

  /** Adds the derivative that one term contributes; both vectors are those after the step. */
  void addSlope(Sweep after, int term, Slopes slopes) {}

  @Override
  public final Family forward(Family family, Settings settings) {
    for (int a = 0; a < family.terms(); a++) {
      apply(family.re()[a], family.im()[a], settings);
    }
    return family;
  }

  @Override
  public final Sweep backward(Sweep after, Settings settings, Slopes slopes) {
    for (int a = 0; a < after.ket().terms(); a++) {
      addSlope(after, a, slopes);
      undo(after.ket().re()[a], after.ket().im()[a], settings);
      undo(after.bra().re()[a], after.bra().im()[a], settings);
    }
    return after;
  }
}

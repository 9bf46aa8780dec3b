package io.qhyper.sim.line;

import java.util.List;

/**
 * A circuit made ready to run as two halves; immutable, for many threads at once.
 *
 * <p>With m positions in the larger half and g pairs across the cut a run takes 2^(m+g) amplitudes,
 * 16 bytes each, and a pass over them for each step.
 */
public final class BondCut {
  /** The most pairs across the cut. */
  public static final int MAX_CROSSINGS = 12;

  /** The most positions of a half. */
  public static final int MAX_HALF = 30;

  private final int lowQubits;
  private final Half low;
  private final Half high;
  private final int crossings;

  /**
   * The circuit cut between positions {@code cut} − 1 and {@code cut}.
   *
   * @param positions number of positions
   * @param ops the steps from |0…0⟩ on
   * @param cut 0 to {@code positions}
   * @throws IllegalArgumentException if a half is larger than {@value #MAX_HALF} positions or more
   *     than {@value #MAX_CROSSINGS} pairs lie across the cut
   */
  public BondCut(int positions, List<LineOp> ops, int cut) {
    if (cut < 0 || cut > positions || cut > MAX_HALF || positions - cut > MAX_HALF) {
      throw new IllegalArgumentException(
          "a cut of %d positions at %d leaves a half outside 0 to %d"
              .formatted(positions, cut, MAX_HALF));
    }
    Sides sides = new Sides(ops, cut);
    this.lowQubits = cut;
    this.crossings = sides.crossings();
    if (crossings > MAX_CROSSINGS) {
      throw new IllegalArgumentException(
          "a cut can have %d pairs across, got %d".formatted(MAX_CROSSINGS, crossings));
    }
    this.low = Half.of(cut, sides.low());
    this.high = Half.of(positions - cut, sides.high());
  }

  /** Number of positions below the cut. */
  public int lowQubits() {
    return lowQubits;
  }

  /** D, the number of terms. */
  public int terms() {
    return 1 << crossings;
  }

  /** The state for one row's numbers. */
  public Factors prepare(Settings settings) {
    return new Factors(low.forward(settings), high.forward(settings));
  }

  /** The state for one row's numbers, remembering the way. */
  public Trace trace(Settings settings) {
    return new Trace(settings, low.trace(settings), high.trace(settings));
  }

  /**
   * The state for numbers that differ little from those of a trace: only the steps of a half after
   * its first difference are done again. Same as {@link #prepare(Settings)}.
   */
  public Factors prepare(Settings settings, Trace trace) {
    return new Factors(
        low.forward(settings, trace.low(), trace.settings()),
        high.forward(settings, trace.high(), trace.settings()));
  }

  /**
   * The mean of a loss over the values of a register, and how it changes with the gates: both
   * halves are carried back step by step (adjoint differentiation, Jones and Gacon, arXiv
   * 2009.02823).
   *
   * @param loss of each value of the register
   */
  public MeanSlopes gradient(Settings settings, double[] loss, RegisterMap map) {
    Factors state = prepare(settings);
    CutForm.Bras bras = state.form(map).bras(loss);
    Slopes slopes = Slopes.zero(settings);
    low.backward(new Sweep(state.low(), bras.low()), settings, slopes);
    high.backward(new Sweep(state.high(), bras.high()), settings, slopes);
    return new MeanSlopes(bras.value(), slopes);
  }
}

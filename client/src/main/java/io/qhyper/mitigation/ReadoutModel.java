package io.qhyper.mitigation;

import io.qhyper.shots.Counts;

/** A confusion matrix over all bitstrings of a register. */
public abstract sealed class ReadoutModel permits TensorModel, MatrixModel {
  /** Number of bits. */
  public abstract int width();

  /**
   * The mitigation overhead ‖A⁻¹‖₁² of the whole matrix: at most so many times more shots give the
   * precision of a device that misreads nothing.
   */
  public abstract double overhead();

  /** The columns and rows that belong to the strings of a histogram. */
  abstract Transitions between(Counts strings);
}

package io.qhyper.sim.line;

/** A way to get from the two families to tables and means over a register. */
interface CutForm {
  /** Adds the probability of every value of the register to its place of a table. */
  void addProbabilities(double[] table);

  /** Σ p·loss. */
  double mean(double[] loss);

  /** Σ p·loss and what it makes of the families. */
  Bras bras(double[] loss);

  /**
   * A mean and its derivatives by the conjugates of both families.
   *
   * @param value the mean
   */
  record Bras(double value, Family low, Family high) {}
}

package io.qhyper.compare;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** Whether a value lies inside; the ends count. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}

package io.qhyper.sim;

/**
 * How far a simulated state may be from the exact one.
 *
 * @param discardedWeight the part of the squared norm that was cut off; 0 for an exact state
 * @param errorBound no event's probability is off by more; may exceed 1, and says nothing then
 */
public record Approximation(double discardedWeight, double errorBound) {
  /** Nothing was left out. */
  public static final Approximation EXACT = new Approximation(0, 0);
}

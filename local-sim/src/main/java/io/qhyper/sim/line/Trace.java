package io.qhyper.sim.line;

/**
 * The state for one row's numbers and how it came about, so that {@link BondCut#prepare(Settings,
 * Trace)} can take a short way to states of nearly the same numbers; immutable.
 */
public final class Trace {
  private final Settings settings;
  private final HalfTrace low;
  private final HalfTrace high;

  Trace(Settings settings, HalfTrace low, HalfTrace high) {
    this.settings = settings.copy();
    this.low = low;
    this.high = high;
  }

  Settings settings() {
    return settings;
  }

  HalfTrace low() {
    return low;
  }

  HalfTrace high() {
    return high;
  }

  /** The state. */
  public Factors factors() {
    return new Factors(low.end(), high.end());
  }
}

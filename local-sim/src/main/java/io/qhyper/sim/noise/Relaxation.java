package io.qhyper.sim.noise;

/**
 * How fast a qubit relaxes.
 *
 * @param t1 time constant of the decay of |1⟩ in seconds, above 0; infinite for none
 * @param t2 time constant of the decay of coherence in seconds, above 0; infinite for none. A value
 *     above 2·T1, which no physical process has, is taken as 2·T1.
 */
public record Relaxation(double t1, double t2) {
  public Relaxation {
    Values.positive("T1", t1);
    Values.positive("T2", t2);
    t2 = Math.min(t2, 2 * t1);
  }

  /** What happens in so many seconds. */
  public ThermalRelaxation during(double seconds) {
    return new ThermalRelaxation(t1, t2, seconds);
  }

  /** The same at {@code factor} times the speed; 0 stops it. */
  public Relaxation faster(double factor) {
    return new Relaxation(
        slower(t1, Values.notNegative("noise scale", factor)), slower(t2, factor));
  }

  private static double slower(double time, double factor) {
    return factor == 0 ? Double.POSITIVE_INFINITY : time / factor;
  }
}

package io.qhyper.sim.line;

import java.util.List;

/** What a half is before its own steps. */
interface Start {
  /** The family, in arrays of its own. */
  Family forward(Settings settings);

  /** How its parts come about. */
  List<HalfTrace> trace(Settings settings);

  /**
   * The family for settings that differ little from those of a trace, in arrays of its own.
   *
   * @param parts the trace
   * @param traced its settings
   */
  Family forward(Settings settings, List<HalfTrace> parts, Settings traced);

  /** Whether two settings make it differ. */
  boolean differs(Settings one, Settings other);

  /**
   * Carries the derivative of a mean back to all numbers of the start.
   *
   * @param after is spoilt
   */
  void backward(Sweep after, Settings settings, Slopes slopes);
}

package io.qhyper.hybrid;

/** Hears of a run's progress while it goes on; may be called by several threads, one at a time. */
@FunctionalInterface
public interface TrainingListener {
  /** Tells nobody. */
  TrainingListener NONE = measurement -> {};

  /** Called after every step, and once more at the end of a restart. */
  void measured(Measurement measurement);
}

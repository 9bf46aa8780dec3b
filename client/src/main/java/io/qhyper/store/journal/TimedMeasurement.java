package io.qhyper.store.journal;

import io.qhyper.hybrid.Measurement;

/**
 * One line of the learning curve and when it was measured.
 *
 * @param seconds since the run began, the time between its processes left out
 */
public record TimedMeasurement(Measurement measurement, double seconds) {
  /** Whether these are the fresh shots at the end of a restart, which have no gradient. */
  public boolean isConfirmation() {
    return Double.isNaN(measurement.gradientNorm());
  }
}

package io.qhyper.report;

import io.qhyper.compare.Deviation;

/**
 * A number in two samples.
 *
 * @param difference first minus second
 * @param standardError of the difference
 * @param sigmas the difference in standard errors; null where it has no error
 */
public record DeviationReport(
    double first, double second, double difference, double standardError, Double sigmas) {
  static DeviationReport of(Deviation deviation) {
    double sigmas = deviation.sigmas();
    return new DeviationReport(
        deviation.first(),
        deviation.second(),
        deviation.difference(),
        deviation.standardError(),
        Double.isFinite(sigmas) ? sigmas : null);
  }
}

package io.qhyper.report;

import io.qhyper.hybrid.Evaluation;
import io.qhyper.mitigation.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How measured losses were corrected for readout errors; null stands for what is not known.
 *
 * @param calibratedAt time of the calibration, UTC
 * @param calibrationBackend where it was made
 * @param calibrationMethod tensor or full
 * @param calibrationShots behind it
 * @param qubits the measured qubit of each bit
 * @param overhead the mitigation overhead ‖A⁻¹‖₁²: between the observed networks of an evaluation,
 *     of the whole confusion matrix for a run
 * @param uncorrectedLoss the loss of an evaluation as it was read
 * @param uncorrectedStandardError of that
 */
public record MitigationReport(
    String calibratedAt,
    String calibrationBackend,
    String calibrationMethod,
    long calibrationShots,
    List<Integer> qubits,
    double overhead,
    Double uncorrectedLoss,
    Double uncorrectedStandardError) {

  /** The report on the correction of a run. */
  public static MitigationReport of(Calibration calibration) {
    return of(calibration, calibration.model().overhead(), null, null);
  }

  /** The report on the correction of an evaluation. */
  public static MitigationReport of(Calibration calibration, Evaluation.Corrected corrected) {
    double error = corrected.before().standardError();
    return of(
        calibration,
        corrected.overhead(),
        corrected.before().mean(),
        Double.isNaN(error) ? null : error);
  }

  private static MitigationReport of(
      Calibration calibration, double overhead, Double loss, Double error) {
    return new MitigationReport(
        calibration.measuredAt().toString(),
        calibration.backend(),
        calibration.method().toString(),
        calibration.shots(),
        calibration.qubits(),
        overhead,
        loss,
        error);
  }

  /** The report for people. */
  public List<NoiseReport.Row> lines() {
    List<NoiseReport.Row> lines = new ArrayList<>();
    lines.add(
        new NoiseReport.Row(
            "mitigation",
            String.format(
                Locale.ROOT,
                "readout, %s calibration of %s on %s by %,d shots; overhead %.3f",
                calibrationMethod,
                calibratedAt,
                calibrationBackend,
                calibrationShots,
                overhead)));
    if (uncorrectedLoss != null) {
      lines.add(
          new NoiseReport.Row(
              "as read",
              String.format(
                  Locale.ROOT,
                  "E = %.9f%s",
                  uncorrectedLoss,
                  uncorrectedStandardError == null
                      ? ""
                      : String.format(Locale.ROOT, " ± %.6f", uncorrectedStandardError))));
    }
    return lines;
  }
}

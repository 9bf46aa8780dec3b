package io.qhyper.report;

import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.MatrixModel;
import io.qhyper.mitigation.ReadoutRate;
import io.qhyper.mitigation.TensorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code calibrate --json} prints; null stands for what is not known.
 *
 * @param file where the calibration is stored
 * @param measuredAt time of the measurement, UTC
 * @param backend where it was made
 * @param deviceCalibration which calibration of the device was in force
 * @param method tensor or full
 * @param shots all circuits together
 * @param overhead mitigation overhead ‖A⁻¹‖₁² of the whole matrix
 * @param bits error rates of every bit; of a full matrix the means over the other bits
 */
public record CalibrationReport(
    String file,
    String measuredAt,
    String backend,
    String deviceCalibration,
    String method,
    long shots,
    double overhead,
    List<Bit> bits) {

  /**
   * One classical bit.
   *
   * @param oneGivenZeroError standard error; null for a full matrix
   * @param zeroGivenOneError standard error; null for a full matrix
   */
  public record Bit(
      int bit,
      int qubit,
      double oneGivenZero,
      Double oneGivenZeroError,
      double zeroGivenOne,
      Double zeroGivenOneError) {}

  /** The report on a calibration that has been stored. */
  public static CalibrationReport of(String file, Calibration calibration) {
    List<Bit> bits = new ArrayList<>();
    for (int bit = 0; bit < calibration.qubits().size(); bit++) {
      int qubit = calibration.qubits().get(bit);
      if (calibration.model() instanceof TensorModel tensor) {
        ReadoutRate rate = tensor.rates().get(bit);
        bits.add(
            new Bit(
                bit,
                qubit,
                rate.oneGivenZero(),
                rate.oneGivenZeroError(),
                rate.zeroGivenOne(),
                rate.zeroGivenOneError()));
      } else {
        MatrixModel matrix = (MatrixModel) calibration.model();
        bits.add(new Bit(bit, qubit, mean(matrix, bit, 0), null, mean(matrix, bit, 1), null));
      }
    }
    return new CalibrationReport(
        file,
        calibration.measuredAt().toString(),
        calibration.backend(),
        calibration.deviceCalibration().orElse(null),
        calibration.method().toString(),
        calibration.shots(),
        calibration.model().overhead(),
        bits);
  }

  /** How often a bit that was prepared so is misread, whatever the others are. */
  private static double mean(MatrixModel matrix, int bit, int prepared) {
    double sum = 0;
    List<double[]> columns = matrix.columns();
    for (int from = 0; from < columns.size(); from++) {
      for (int to = 0; (from >> bit & 1) == prepared && to < columns.size(); to++) {
        sum += (to >> bit & 1) == prepared ? 0 : columns.get(from)[to];
      }
    }
    return 2 * sum / columns.size();
  }

  /** The report for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "calibration    %s, %s on %s, %,d shots, mitigation overhead %.3f\n",
            file,
            method,
            backend,
            shots,
            overhead));
    text.append("bit  qubit  reads 1 for 0         reads 0 for 1\n");
    for (Bit b : bits) {
      text.append(
          String.format(
              Locale.ROOT,
              "%3d  %5d  %-20s  %s\n",
              b.bit(),
              b.qubit(),
              rate(b.oneGivenZero(), b.oneGivenZeroError()),
              rate(b.zeroGivenOne(), b.zeroGivenOneError())));
    }
    return text.toString();
  }

  private static String rate(double rate, Double error) {
    return error == null
        ? String.format(Locale.ROOT, "%.5f", rate)
        : String.format(Locale.ROOT, "%.5f ± %.5f", rate, error);
  }
}

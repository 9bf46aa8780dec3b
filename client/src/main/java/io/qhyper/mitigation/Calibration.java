package io.qhyper.mitigation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Measured readout errors, with where and when they were measured.
 *
 * @param measuredAt when the job had ended
 * @param backend the name of the place
 * @param deviceCalibration which calibration of the device was in force; empty if it has none
 * @param qubits the measured qubit of each classical bit: physical ones on a device
 * @param method how it was measured
 * @param shots behind it, all circuits together
 * @param model the errors
 */
public record Calibration(
    Instant measuredAt,
    String backend,
    Optional<String> deviceCalibration,
    List<Integer> qubits,
    CalibrationMethod method,
    long shots,
    ReadoutModel model) {
  public Calibration {
    qubits = List.copyOf(qubits);
    if (qubits.size() != model.width()) {
      throw new IllegalArgumentException(
          "a calibration has one qubit a bit, got %d qubits and %d bits"
              .formatted(qubits.size(), model.width()));
    }
  }

  /**
   * Refuses a calibration that is too old, as readout drifts.
   *
   * @throws IllegalArgumentException if it is older than {@code maximum}
   */
  public void requireFresh(Instant now, Duration maximum) {
    Duration age = Duration.between(measuredAt, now);
    if (age.compareTo(maximum) > 0) {
      throw new IllegalArgumentException(
          "the readout calibration of %s is %s old, allowed are %s: calibrate anew, or raise --calibration-max-age"
              .formatted(measuredAt, text(age), text(maximum)));
    }
  }

  private static String text(Duration duration) {
    return duration.toHours() > 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
  }

  /**
   * Refuses a calibration of other qubits than those that a program measures.
   *
   * @throws IllegalArgumentException if backend or qubits differ
   */
  public void requireOf(CalibrationProgram program) {
    if (!backend.equals(program.backend()) || !qubits.equals(program.qubits())) {
      throw new IllegalArgumentException(
          "the readout calibration is of qubits %s of %s, the program measures %s of %s: calibrate with the same options"
              .formatted(qubits, backend, program.qubits(), program.backend()));
    }
  }
}

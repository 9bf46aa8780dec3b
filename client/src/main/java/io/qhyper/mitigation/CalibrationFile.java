package io.qhyper.mitigation;

import io.qhyper.store.AtomicFiles;
import io.qhyper.store.Json;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps calibrations in JSON files. */
public final class CalibrationFile {
  private static final String FORMAT = "qhyper-readout-calibration-1";

  private CalibrationFile() {}

  /** The content; exactly one of {@code bits} and {@code columns} is there. */
  private record Content(
      String format,
      String measuredAt,
      String backend,
      String deviceCalibration,
      List<Integer> qubits,
      String method,
      long shots,
      List<ReadoutRate> bits,
      List<double[]> columns,
      long columnShots) {}

  /** Writes a file, whole or not at all. */
  public static void write(Path file, Calibration calibration) throws IOException {
    boolean tensor = calibration.model() instanceof TensorModel;
    AtomicFiles.write(
        file,
        Json.text(
            new Content(
                FORMAT,
                calibration.measuredAt().toString(),
                calibration.backend(),
                calibration.deviceCalibration().orElse(null),
                calibration.qubits(),
                calibration.method().toString(),
                calibration.shots(),
                tensor ? ((TensorModel) calibration.model()).rates() : null,
                tensor ? null : ((MatrixModel) calibration.model()).columns(),
                tensor ? 0 : ((MatrixModel) calibration.model()).shots())));
  }

  /**
   * Reads a file.
   *
   * @throws MalformedFileException if it holds anything else
   * @throws IOException if it cannot be read
   */
  public static Calibration read(Path file) throws IOException {
    Content content = Json.read(file, Content.class);
    if (!FORMAT.equals(content.format())) {
      throw new MalformedFileException(
          file,
          "is no readout calibration of format %s, its format is %s"
              .formatted(FORMAT, content.format()));
    }
    try {
      return of(content);
    } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
      throw new MalformedFileException(file, "is no readout calibration: " + e.getMessage());
    }
  }

  private static Calibration of(Content content) {
    return new Calibration(
        Instant.parse(content.measuredAt()),
        content.backend(),
        Optional.ofNullable(content.deviceCalibration()),
        content.qubits(),
        CalibrationMethod.valueOf(content.method().toUpperCase(Locale.ROOT)),
        content.shots(),
        content.bits() != null
            ? new TensorModel(content.bits())
            : new MatrixModel(content.columns(), content.columnShots()));
  }
}

package io.qhyper.cli;

import io.qhyper.hybrid.Jobs;
import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationFile;
import io.qhyper.mitigation.CalibrationMethod;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether measured losses are corrected, and by which calibration. Add as a {@code @Mixin}. */
final class MitigationOptions {
  /** What is corrected. */
  enum Kind {
    READOUT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--mitigation",
      paramLabel = "NAME",
      description =
          "readout: correct what was measured for readout errors (on IBM hardware --twirl-readout"
              + " makes these errors symmetric, and goes well with it).")
  private Kind kind;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description =
          "File of 'qhyper calibrate' for --mitigation readout (default: calibrate first, by jobs"
              + " on the same backend).")
  private Path file;

  @Option(
      names = "--calibration-shots",
      paramLabel = "N",
      description = "Shots of each circuit of such a calibration (default: 4096).")
  private Integer shots;

  @Mixin private CorrectionOptions correction;

  /** Whether losses are corrected. */
  boolean isWanted() {
    return kind != null;
  }

  /**
   * Refuses options that have no use.
   *
   * @throws IllegalArgumentException if one needs another
   */
  void check() {
    if (kind == null) {
      for (Object mixin : List.of(this, correction)) {
        GivenOptions.first(mixin)
            .ifPresent(
                name -> {
                  throw new IllegalArgumentException(name + " needs --mitigation readout");
                });
      }
    } else if (file != null && shots != null) {
      throw new IllegalArgumentException("--calibration-shots has no use beside --calibration");
    }
    correction.check();
  }

  /** The correction that a calibration allows. */
  ReadoutCorrection correction(Calibration calibration) {
    return correction.of(calibration);
  }

  /**
   * The calibration of the file, or one that is measured now.
   *
   * @param program what would measure it
   * @throws IllegalArgumentException if that of the file is too old or of other qubits
   */
  Calibration calibration(CalibrationProgram program, Jobs jobs, long seed, Clock clock)
      throws IOException {
    if (file == null) {
      return measured(
          program, CalibrationMethod.TENSOR, shots == null ? 4096 : shots, jobs, seed, clock);
    }
    Calibration calibration = CalibrationFile.read(file);
    correction.requireFresh(calibration, clock);
    calibration.requireOf(program);
    return calibration;
  }

  /** Measures a calibration by one job. */
  static Calibration measured(
      CalibrationProgram program,
      CalibrationMethod method,
      int shots,
      Jobs jobs,
      long seed,
      Clock clock) {
    StreamKey stream = StreamKey.of(seed, Purpose.CALIBRATION);
    return program.calibration(
        method, jobs.run(List.of(program.request(method, shots, stream))).get(0), clock.instant());
  }
}

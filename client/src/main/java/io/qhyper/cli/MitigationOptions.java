package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.circuit.Circuit;
import io.qhyper.hybrid.Jobs;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationFile;
import io.qhyper.mitigation.CalibrationMethod;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.mitigation.Twirl;
import io.qhyper.mitigation.TwirledBackend;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether measured losses are corrected, and by which calibration. Add as a {@code @Mixin}. */
final class MitigationOptions {
  /** What is corrected. */
  enum Kind {
    READOUT,
    TWIRL;

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
              + " makes these errors symmetric, and goes well with it); twirl: flip bits at random"
              + " before they are read and back afterwards, so that one rate a bit corrects them.")
  private Kind kind;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description =
          "File of 'qhyper calibrate' for --mitigation (default: calibrate first, by jobs"
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
                  throw new IllegalArgumentException(name + " needs --mitigation readout or twirl");
                });
      }
    } else if (file != null && shots != null) {
      throw new IllegalArgumentException("--calibration-shots has no use beside --calibration");
    }
    correction.check();
  }

  /** What corrects losses; empty if nothing does. */
  Optional<String> name() {
    return Optional.ofNullable(kind).map(Kind::toString);
  }

  /** Whether readout is twirled. */
  boolean isTwirled() {
    return kind == Kind.TWIRL;
  }

  /** The circuit that is sent in the place of another. */
  Circuit sent(Circuit circuit) {
    return isTwirled() ? Twirl.program(circuit) : circuit;
  }

  /** The text that is sent for a program. */
  String sentText(TrainingProgram program) {
    return isTwirled() ? Qasm3Writer.write(sent(program.circuit())) : program.text();
  }

  /** The backend, with what it reads twirled if that is wanted. */
  Backend twirled(Backend backend) {
    return isTwirled() ? new TwirledBackend(backend) : backend;
  }

  /**
   * Refuses shots that twirling cannot share evenly.
   *
   * @throws IllegalArgumentException if twirling is wanted and they are of a wrong number
   */
  void checkShots(String option, int shots) {
    if (isTwirled()) {
      Twirl.requireEven(option, shots);
    }
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
          program,
          isTwirled() ? CalibrationMethod.TWIRL : CalibrationMethod.TENSOR,
          shots == null ? 4096 : shots,
          jobs,
          seed,
          clock);
    }
    Calibration calibration = CalibrationFile.read(file);
    correction.requireFresh(calibration, clock);
    calibration.requireOf(program);
    if (isTwirled() != (calibration.method() == CalibrationMethod.TWIRL)) {
      throw new IllegalArgumentException(
          "%s is a calibration of method %s, which does not fit --mitigation %s: calibrate with --method %s"
              .formatted(file, calibration.method(), kind, isTwirled() ? "twirl" : "tensor"));
    }
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

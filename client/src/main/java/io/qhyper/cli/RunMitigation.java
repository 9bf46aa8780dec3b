package io.qhyper.cli;

import io.qhyper.hybrid.Jobs;
import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationFile;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The readout correction of a training run. Its calibration is kept in the run's folder, so that
 * the run goes on with the one that it began with.
 *
 * @param program measures the calibration
 */
record RunMitigation(MitigationOptions options, CalibrationProgram program) {
  /** The calibration that the folder keeps; measured or read, and kept, at the beginning. */
  Calibration calibration(RunFolder folder, Jobs jobs, long seed, Clock clock) throws IOException {
    Path kept = folder.path().resolve(RunFolder.CALIBRATION);
    if (!Files.exists(kept)) {
      CalibrationFile.write(kept, options.calibration(program, jobs, seed, clock));
    }
    return CalibrationFile.read(kept);
  }

  /** The correction by a calibration. */
  ReadoutCorrection correction(Calibration calibration) {
    return options.correction(calibration);
  }
}

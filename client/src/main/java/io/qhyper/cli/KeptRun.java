package io.qhyper.cli;

import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run on this disk was begun with.
 *
 * @param folder of the run
 * @param plan its plan, with the problem
 * @param program what it sends
 * @param compiled the program's text in native gates; empty where it was not compiled
 * @param mitigation how its losses are corrected for readout errors; empty if they are not
 */
record KeptRun(
    Path folder,
    TrainingPlan plan,
    TrainingProgram program,
    Optional<String> compiled,
    Optional<String> mitigation) {

  /**
   * Reads the options that a run's journal keeps.
   *
   * @throws IllegalArgumentException if its data have changed
   */
  static KeptRun of(Session session, Path folder, RunJournal journal) throws IOException {
    Path file = folder.resolve(RunJournal.FILE);
    String options = journal.fact("options").orElse("");
    return TrainCommand.of(session, file, OptionsFile.parse(file, options), List.of())
        .kept(RunFolder.open(folder), journal);
  }
}

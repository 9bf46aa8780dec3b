package io.qhyper.cli;

import io.qhyper.report.TrainingReport;
import io.qhyper.report.TrainingText;
import io.qhyper.store.Json;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qhyper resume}: goes on with a run to the numbers that it would have had anyway. */
@Command(
    footer = {
      "",
      "The options of the run are those it began with; of a run on hardware those above may be"
          + " given",
      "anew. A finished run prints its result again.",
      "",
      "Example: qhyper resume runs/20261123-120000-mnist-0-1"
    })
final class ResumeCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Mixin
  @SuppressWarnings("UnusedVariable") // passed on as given
  private IbmModeOptions modeOptions;

  @Mixin
  @SuppressWarnings("UnusedVariable") // passed on as given
  private IbmLimitOptions limitOptions;

  @Mixin
  @SuppressWarnings("UnusedVariable") // passed on as given
  private IbmConnection connection;

  @Mixin private CommonOptions common;

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (spec.commandLine().getParseResult().hasMatchedOption("--seed")) {
      throw new IllegalArgumentException("--seed is that of the run; leave it out");
    }
    new ResultOutput(session.console(), common).check();
    RunFolder folder = RunFolder.open(run);
    Path config = run.resolve(RunFolder.CONFIG);
    if (!RunJournal.exists(run) && Files.isRegularFile(config)) {
      // The process was killed before it had measured anything.
      return train(config, OptionsFile.read(config)).begin(folder);
    }
    try (RunJournal journal = RunJournal.open(run, session.console().clock())) {
      return journal.isFinished() ? printAgain(journal) : resume(folder, journal);
    }
  }

  private int resume(RunFolder folder, RunJournal journal) throws IOException {
    String version = new Version().getVersion()[0];
    if (!journal.fact("qhyper").equals(Optional.of(version))) {
      session.console().say("the run began with another version; its numbers may differ");
    }
    Path file = run.resolve(RunJournal.FILE);
    String options = journal.fact("options").orElse("");
    return train(file, OptionsFile.parse(file, options)).resume(folder, journal);
  }

  /** The command that began the run, with that run's options and this call's output. */
  private TrainCommand train(Path source, Map<String, String> options) {
    return TrainCommand.of(session, source, options, given());
  }

  /** What is given in this call comes before what the run began with. */
  private List<String> given() {
    List<String> arguments = new ArrayList<>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      for (String value : option.originalStringValues()) {
        arguments.add(option.longestName() + "=" + value);
      }
    }
    return arguments;
  }

  private int printAgain(RunJournal journal) throws IOException {
    session.console().say("the run is finished; this is its result");
    new LateCharges(session, run, given()).settle(journal);
    TrainingReport report =
        Json.parse(
                run.resolve(RunJournal.FILE),
                journal.fact("report").orElse(""),
                TrainingReport.class)
            .today(run.toString(), journal);
    new ResultOutput(session.console(), common).write(report, TrainingText.of(report));
    return ExitCode.OK;
  }
}

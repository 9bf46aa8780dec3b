package io.qhyper.cli;

import io.qhyper.bnn.Problem;
import io.qhyper.report.DriftReport;
import io.qhyper.report.MetricsLog;
import io.qhyper.report.RunReport;
import io.qhyper.report.ScoredProblem;
import io.qhyper.report.ShotsFile;
import io.qhyper.store.AtomicFiles;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.JournalException;
import io.qhyper.store.journal.RunJournal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper runs}: what the runs on this disk are, and everything they measured. */
@Command(
    footer = {
      "",
      "list: the runs of a folder; show RUN: one run, with what its jobs on hardware were charged,",
      "which is asked of the service if it was not known when the run ended; export RUN: its",
      "learning curve as CSV, or with --shots every measured bitstring, as CSV or, with --json or",
      "-o FILE.jsonl, as JSON lines.",
      "",
      "Example: qhyper runs export runs/20261123-120000-mnist-0-1 --shots -o shots.csv"
    })
final class RunsCommand implements Callable<Integer> {
  /** What to do. */
  enum Action {
    LIST,
    SHOW,
    EXPORT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Session session;

  @Parameters(index = "0", paramLabel = "ACTION", description = "list, show or export.")
  private Action action;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Folder of a run; for list the folder that holds runs (default: runs).")
  private Path run;

  @Option(names = "--shots", description = "Export every measured bitstring.")
  private boolean shots;

  @Mixin private CommonOptions common;

  RunsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (shots && action != Action.EXPORT) {
      throw new IllegalArgumentException("--shots belongs to runs export");
    }
    ResultOutput output = new ResultOutput(session.console(), common);
    if (action == Action.LIST) {
      List<RunReport> runs = list(run == null ? Path.of("runs") : run);
      output.write(runs, RunReport.table(runs));
      return ExitCode.OK;
    }
    if (run == null) {
      throw new IllegalArgumentException("runs " + action + " needs the folder of a run");
    }
    RunFolder.open(run);
    if (action == Action.SHOW) {
      new LateCharges(session, run, List.of()).settle();
    }
    try (RunJournal journal = RunJournal.read(run, session.console().clock())) {
      if (action == Action.SHOW) {
        RunReport report = report(journal);
        output.write(report, report.text());
      } else {
        export(journal);
      }
    }
    return ExitCode.OK;
  }

  private RunReport report(RunJournal journal) throws IOException {
    RunReport report = RunReport.of(run, journal);
    if (!DriftReport.isMeasured(journal)) {
      return report;
    }
    Problem problem = KeptRun.of(session, run, journal).plan().problem();
    return report.with(DriftReport.of(journal, ScoredProblem.of(problem, common.threads())));
  }

  private List<RunReport> list(Path parent) throws IOException {
    RunFolder.open(parent);
    List<RunReport> reports = new ArrayList<>();
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path entry : entries.filter(RunJournal::exists).sorted().toList()) {
        try (RunJournal journal = RunJournal.read(entry, session.console().clock())) {
          reports.add(RunReport.of(entry, journal));
        } catch (JournalException e) { // one bad run must not hide the others
          session.console().say(e.getMessage());
        }
      }
    }
    return reports;
  }

  private void export(RunJournal journal) throws IOException {
    if (common.output().isPresent()) {
      AtomicFiles.write(common.output().get(), out -> export(journal, out));
    } else {
      OutputStream out = new BufferedOutputStream(session.console().out());
      export(journal, out);
      out.flush();
    }
  }

  private void export(RunJournal journal, OutputStream out) throws IOException {
    boolean lines =
        common.json()
            || common.output().map(file -> file.toString().endsWith(".jsonl")).orElse(false);
    if (shots) {
      ShotsFile file = lines ? ShotsFile.JSON_LINES : ShotsFile.CSV;
      file.write(out, journal.shots());
    } else if (lines) {
      out.write(ShotsFile.measurements(journal.measurements()).getBytes(StandardCharsets.UTF_8));
    } else {
      out.write(MetricsLog.text(journal.measurements()).getBytes(StandardCharsets.UTF_8));
    }
  }
}

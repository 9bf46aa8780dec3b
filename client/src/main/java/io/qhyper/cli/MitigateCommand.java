package io.qhyper.cli;

import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationFile;
import io.qhyper.mitigation.CorrectedCounts;
import io.qhyper.report.CorrectionReport;
import io.qhyper.report.CountsFile;
import io.qhyper.shots.Counts;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Shots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper mitigate}: corrects stored counts for readout errors. */
@Command(
    footer = {
      "",
      "RUN#JOB names a job by its number in 'qhyper runs export RUN --shots'; a file is one of",
      "'qhyper run --json'. The age of the calibration is not checked against that of the counts.",
      "",
      "Example: qhyper mitigate runs/first#12 --calibration readout.json"
    })
final class MitigateCommand implements Callable<Integer> {
  private record Histogram(String register, Counts counts) {}

  private final Session session;

  @Parameters(paramLabel = "RUN#JOB|FILE", description = "The counts.")
  private String source;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      required = true,
      description = "File of 'qhyper calibrate'.")
  private Path calibrationFile;

  @Option(
      names = "--register",
      paramLabel = "NAME",
      defaultValue = "c",
      description = "Classical register to correct (default: ${DEFAULT-VALUE}).")
  private String register;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "10",
      description =
          "How many strings of each circuit to print (default: ${DEFAULT-VALUE}; --json: all).")
  private int top;

  @Mixin private CorrectionOptions correctionOptions;
  @Mixin private CommonOptions common;

  MitigateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new IllegalArgumentException("--top must be 0 or more, got " + top);
    }
    correctionOptions.check();
    Calibration calibration = CalibrationFile.read(calibrationFile);
    correctionOptions.requireFresh(calibration, session.console().clock());
    List<CorrectedCounts> corrected = new ArrayList<>();
    for (Histogram histogram : histograms()) {
      corrected.add(correctionOptions.of(calibration).correct(histogram.counts()));
    }
    CorrectionReport report = CorrectionReport.of(register, calibration, corrected);
    new ResultOutput(session.console(), common).write(report, report.text(top));
    return ExitCode.OK;
  }

  private List<Histogram> histograms() throws IOException {
    int hash = source.lastIndexOf('#');
    List<Histogram> all =
        hash < 0
            ? ofFile(Path.of(source))
            : ofJob(Path.of(source.substring(0, hash)), source.substring(hash + 1));
    List<Histogram> found = all.stream().filter(h -> h.register().equals(register)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no counts of register %s; --register names another".formatted(source, register));
    }
    return found;
  }

  private static List<Histogram> ofFile(Path file) throws IOException {
    return CountsFile.read(file).entrySet().stream()
        .map(entry -> new Histogram(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Histogram> ofJob(Path run, String number) throws IOException {
    RunFolder.open(run);
    try (RunJournal journal = RunJournal.read(run, session.console().clock())) {
      Shots shots = journal.shots();
      Shots.Job job =
          shots.jobs().stream()
              .filter(j -> Long.toString(j.number()).equals(number))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "run %s has no completed job %s ('qhyper runs export %s --shots' lists them)"
                              .formatted(run, number, run)));
      return shots.of(job).stream().map(h -> new Histogram(h.register(), h.counts())).toList();
    }
  }
}

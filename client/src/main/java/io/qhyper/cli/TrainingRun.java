package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.bnn.EnumerationSummary;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.Deadline;
import io.qhyper.hybrid.Jobs;
import io.qhyper.hybrid.JournaledJobs;
import io.qhyper.hybrid.LoopSnapshot;
import io.qhyper.hybrid.RestartResult;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.Training;
import io.qhyper.hybrid.TrainingListener;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.TrainingResult;
import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationFile;
import io.qhyper.report.MetricsLog;
import io.qhyper.report.MitigationReport;
import io.qhyper.report.ModelFile;
import io.qhyper.report.ParametersContent;
import io.qhyper.report.TrainingReport;
import io.qhyper.report.TrainingText;
import io.qhyper.sim.NoiseChoice;
import io.qhyper.store.FileTrouble;
import io.qhyper.store.Json;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.Durability;
import io.qhyper.store.journal.JournalException;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.TimedMeasurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Carries a plan out in its folder, from the beginning or from where the journal stands, and leaves
 * the folder complete also where the run breaks off.
 *
 * @param program what is sent for the plan's ansatz
 * @param noise what disturbs a simulated run; empty without noise or on hardware
 * @param mitigation corrects readout errors; empty to take counts as they are
 * @param iterations the most steps of one restart, for the display
 * @param divideBy what the numbers of a data file are divided by before use
 */
record TrainingRun(
    Session session,
    CommonOptions common,
    TrainingPlan plan,
    TrainingProgram program,
    Optional<NoiseChoice> noise,
    Optional<RunMitigation> mitigation,
    int iterations,
    double divideBy,
    RunFolder folder,
    RunJournal journal) {
  /** Trains to the end or to a stop request, and gives the exit code. */
  int run(BackendChoice choice) throws IOException {
    Backend opened = choice.open(journal);
    Backend backend = mitigation.map(m -> m.options().twirled(opened)).orElse(opened);
    try {
      if (!backend.keepsJobs()) {
        journal.durability(Durability.EVERY_SECOND);
      }
      return run(choice, backend);
    } catch (RuntimeException e) {
      breakOff(choice, e);
      throw withHint(e);
    } catch (IOException | Error e) {
      breakOff(choice, e);
      throw e;
    }
  }

  private int run(BackendChoice choice, Backend backend) throws IOException {
    folder.write(RunFolder.CIRCUIT, program.text());
    MetricsLog metrics = new MetricsLog(folder, session.console().clock(), journal.measurements());
    TrainingResult result;
    try {
      result = train(backend, metrics);
      // An interrupt has done its work; it must not break the files that are written now.
      Thread.interrupted();
      journal.flush();
      metrics.flush();
    } catch (IOException | RuntimeException | Error e) {
      leaveComplete(metrics, e);
      throw e;
    }
    write(result);
    if (result.stopped()) {
      choice.brokenOff();
    } else {
      choice.finished();
    }
    Optional<LossTable> landscape = landscape(result);
    TrainingReport report = report(result, landscape.map(LossTable::summary));
    if (result.stopped()) {
      session.console().say("stopped; to go on: " + hint());
    } else {
      journal.finish(Json.text(report));
    }
    page(landscape);
    new ResultOutput(session.console(), common).write(report, TrainingText.of(report));
    return result.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private TrainingResult train(Backend backend, MetricsLog metrics) throws IOException {
    StopSignal stop = session.stop()::getAsBoolean;
    Jobs jobs = new JournaledJobs(backend, stop, journal.jobs());
    try (Progress progress = Progress.of(session.console(), common, "training")) {
      TrainingProgress display =
          new TrainingProgress(
              progress, (long) plan.restarts() * iterations, journal.measurements().size());
      TrainingListener listener =
          measurement -> {
            TimedMeasurement timed = journal.measured(measurement);
            metrics.measured(timed);
            display.measured(measurement);
          };
      Training training =
          new Training(
              plan,
              program,
              jobs,
              Deadline.of(plan.stopRules(), session.console().clock(), journal.spent()),
              stop,
              listener,
              journal.restarts(),
              common.threads());
      return corrected(training, jobs).run();
    }
  }

  private Training corrected(Training training, Jobs jobs) throws IOException {
    if (mitigation.isEmpty()) {
      return training;
    }
    Calibration calibration =
        mitigation.get().calibration(folder, jobs, plan.seed(), session.console().clock());
    return training.corrected(mitigation.get().correction(calibration));
  }

  /** Writes what there is; what broke the run off is what the user should hear of. */
  private void leaveComplete(MetricsLog metrics, Throwable reason) {
    Thread.interrupted();
    try {
      metrics.flush();
      List<LoopSnapshot> snapshots = journal.snapshots();
      if (!snapshots.isEmpty()) {
        write(Training.unfinished(snapshots));
      }
    } catch (IOException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private static void breakOff(BackendChoice choice, Throwable reason) {
    try {
      choice.brokenOff();
    } catch (RuntimeException e) { // what broke the run off is what the user should hear of
      reason.addSuppressed(e);
    }
  }

  private RuntimeException withHint(RuntimeException failure) {
    if (failure instanceof UncheckedIOException io) {
      return new RunFailedException(FileTrouble.message(io.getCause()) + "; " + kept(), io);
    }
    boolean isExpected = failure instanceof BackendException || failure instanceof JournalException;
    return isExpected
        ? new RunFailedException(failure.getMessage() + "; " + kept(), failure)
        : failure;
  }

  private String kept() {
    return "what was measured is kept; to go on: " + hint();
  }

  private String hint() {
    String path = folder.path().toString();
    return "qhyper resume " + (path.matches("[\\w./-]+") ? path : "'" + path + "'");
  }

  private void write(TrainingResult result) throws IOException {
    RestartResult best = result.bestRestart();
    folder.write(RunFolder.PARAMETERS, Json.text(ParametersContent.of(plan.ansatz(), best)));
    if (result.network().isPresent()) {
      folder.write(
          RunFolder.MODEL,
          Json.text(ModelFile.of(plan.problem(), result.network().get(), divideBy)));
    }
  }

  /** The page is made of what is stored: the run is whole without it. */
  private void page(Optional<LossTable> landscape) {
    try {
      new RunPages(session.console(), common.threads())
          .write(folder, journal, plan.problem(), landscape);
    } catch (IOException | RuntimeException e) {
      session
          .console()
          .say(
              RunFolder.PAGE
                  + " could not be written: "
                  + (e instanceof IOException io ? FileTrouble.message(io) : e.getMessage()));
    }
  }

  private Optional<MitigationReport> mitigationReport() throws IOException {
    Path kept = folder.path().resolve(RunFolder.CALIBRATION);
    return mitigation.isPresent() && Files.exists(kept)
        ? Optional.of(MitigationReport.of(CalibrationFile.read(kept)))
        : Optional.empty();
  }

  private TrainingReport report(TrainingResult result, Optional<EnumerationSummary> landscape)
      throws IOException {
    return TrainingReport.of(
        folder.path().toString(),
        plan.problem(),
        plan.ansatz(),
        program,
        result,
        landscape,
        noise,
        mitigationReport(),
        journal);
  }

  /** The losses of all networks, where they are cheap to know. */
  private Optional<LossTable> landscape(TrainingResult result) {
    Problem problem = plan.problem();
    if (problem.bits() > RunPages.QUICKLY_ENUMERATED_BITS || result.stopped()) {
      return Optional.empty();
    }
    return result.landscape().or(() -> Optional.of(LossTable.enumerate(problem, common.threads())));
  }
}

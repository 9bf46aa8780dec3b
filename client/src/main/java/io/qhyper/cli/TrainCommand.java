package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.backend.Backend;
import io.qhyper.bnn.EnumerationSummary;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.RestartResult;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.Training;
import io.qhyper.hybrid.TrainingListener;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.TrainingResult;
import io.qhyper.report.MetricsLog;
import io.qhyper.report.ModelFile;
import io.qhyper.report.ParametersContent;
import io.qhyper.report.TrainingReport;
import io.qhyper.report.TrainingText;
import io.qhyper.store.Json;
import io.qhyper.store.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qhyper train}: a problem, an ansatz and an optimiser become a trained circuit. */
@Command(
    footer = {
      "",
      "Without options: digits 0 and 1 of MNIST, by shots on the local simulator.",
      "",
      "Example: qhyper train --problem mnist --digits 3,7 --encoding 01 --layers 4 --seed 7"
    })
final class TrainCommand implements Callable<Integer> {
  /** Enumerating so many networks takes a second at most. */
  private static final int QUICKLY_ENUMERATED_BITS = 18;

  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private ParameterOptions parameterOptions;
  @Mixin private BackendOptions backendOptions;
  @Mixin private TrainOptions trainOptions;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Folder for the run, new or empty (default: runs/<time>-<problem>).")
  private Path run;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Take options from a run's config.yaml; those given here come first.")
  @SuppressWarnings("UnusedVariable") // ConfigDefaults reads it before the options are parsed
  private Path config;

  @Mixin private CommonOptions common;

  TrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    trainOptions.resolve(problemOptions.isHiddenLayer());
    Problem problem = problemOptions.problem();
    Ansatz ansatz = ansatzOptions.ansatz(problem.bits());
    Start start =
        parameterOptions
            .read(ansatz.parameterCount())
            .<Start>map(Start.Given::new)
            .orElse(trainOptions.start());
    TrainingPlan plan =
        new TrainingPlan(
            problem,
            ansatz,
            trainOptions.method(),
            start,
            trainOptions.stopRules(),
            common.seed(),
            trainOptions.restarts(),
            trainOptions.confirmShots());
    try (Backend backend = backendOptions.open(common.threads())) {
      checkFits(plan, backend);
      new ResultOutput(session.console(), common).check();
      return train(plan, backend);
    }
  }

  /** Refuses before a folder is made what would fail later. */
  private static void checkFits(TrainingPlan plan, Backend backend) {
    int bits = plan.problem().bits();
    int most =
        plan.method().byShots() ? backend.capabilities().maximumQubits() : LossTable.MOST_BITS;
    if (bits > most) {
      throw new IllegalArgumentException(
          "the problem has %d bits, but this kind of training takes at most %d: choose a smaller network"
              .formatted(bits, most));
    }
  }

  private int train(TrainingPlan plan, Backend backend) throws IOException {
    TrainingProgram program = TrainingProgram.of(plan.ansatz());
    RunFolder folder = folder(plan.problem().name());
    Instant started = session.console().clock().instant();
    folder.write(RunFolder.CONFIG, OptionsFile.text(spec, started));
    folder.write(RunFolder.CIRCUIT, program.text());
    MetricsLog metrics = new MetricsLog(folder, session.console().clock());
    StopSignal stop = session.stop()::getAsBoolean;
    TrainingResult result;
    try (Progress progress = Progress.of(session.console(), common, "training")) {
      TrainingProgress display =
          new TrainingProgress(progress, (long) plan.restarts() * trainOptions.iterations());
      TrainingListener listener =
          measurement -> {
            metrics.measured(measurement);
            display.measured(measurement);
          };
      result =
          new Training(
                  plan,
                  program,
                  new BackendJobs(backend, stop),
                  session.console().clock(),
                  stop,
                  listener,
                  common.threads())
              .run();
    } finally {
      // An interrupt has done its work; it must not break the files that are written now.
      Thread.interrupted();
      metrics.flush();
    }
    Duration took = Duration.between(started, session.console().clock().instant());
    TrainingReport report = write(plan, program, folder, result, took);
    new ResultOutput(session.console(), common).write(report, TrainingText.of(report));
    return result.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private RunFolder folder(String problem) throws IOException {
    return run == null
        ? RunFolder.create(Path.of("runs"), session.console().clock(), problem)
        : RunFolder.create(run);
  }

  private TrainingReport write(
      TrainingPlan plan,
      TrainingProgram program,
      RunFolder folder,
      TrainingResult result,
      Duration took)
      throws IOException {
    RestartResult best = result.bestRestart();
    folder.write(RunFolder.PARAMETERS, Json.text(ParametersContent.of(plan.ansatz(), best)));
    if (result.network().isPresent()) {
      folder.write(
          RunFolder.MODEL,
          Json.text(
              ModelFile.of(plan.problem(), result.network().get(), problemOptions.divideBy())));
    }
    return TrainingReport.of(
        folder.path().toString(),
        plan.problem(),
        plan.ansatz(),
        program,
        result,
        landscape(plan.problem(), result),
        took.toMillis() / 1e3);
  }

  /** The global minimum, where it is cheap to know. */
  private Optional<EnumerationSummary> landscape(Problem problem, TrainingResult result) {
    return problem.bits() > QUICKLY_ENUMERATED_BITS || result.stopped()
        ? Optional.empty()
        : Optional.of(LossTable.enumerate(problem, common.threads()).summary());
  }
}

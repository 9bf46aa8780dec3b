package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.backend.Backend;
import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.Evaluation;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.report.EvaluationReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qhyper evaluate}: what a circuit with given angles emits. */
@Command(
    footer = {
      "",
      "Exact unless --shots is given; exact values take 2^N losses and amplitudes in memory.",
      "",
      "Example: qhyper evaluate --params runs/first/parameters.json --top 5"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private ParameterOptions parameterOptions;
  @Mixin private BackendOptions backendOptions;

  @Option(
      names = "--shots",
      paramLabel = "N",
      description = "Run the circuit on the backend so many times, instead of exactly.")
  private Integer shots;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "10",
      description = "How many of the most probable networks to list (default: ${DEFAULT-VALUE}).")
  private int top;

  @Mixin private CommonOptions common;

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new IllegalArgumentException("--top must be 0 or more, got " + top);
    }
    Problem problem = problemOptions.problem();
    Ansatz ansatz = ansatzOptions.ansatz(problem.bits());
    double[] theta =
        parameterOptions
            .read(ansatz.parameterCount())
            .orElseThrow(
                () -> new IllegalArgumentException("evaluate needs angles: add --params FILE"));
    TrainingProgram program = TrainingProgram.of(ansatz);
    if (shots == null && backendOptions.isHardware()) {
      throw new IllegalArgumentException(
          "a quantum computer gives no exact values: add --shots N, or drop --backend");
    }
    Evaluation evaluation =
        shots == null ? exact(problem, program, theta) : byShots(problem, program, theta);
    EvaluationReport report = EvaluationReport.of(problem, ansatz, evaluation);
    new ResultOutput(session.console(), common).write(report, report.text());
    return ExitCode.OK;
  }

  private Evaluation exact(Problem problem, TrainingProgram program, double[] theta) {
    LossTable losses = LossTable.enumerate(problem, common.threads());
    return Evaluation.exact(new ExactLoss(program, losses.toArray()), losses, theta, top);
  }

  private Evaluation byShots(Problem problem, TrainingProgram program, double[] theta)
      throws IOException {
    try (BackendChoice choice = backendOptions.choose(session, common, program.text())) {
      Backend backend = choice.open();
      return Evaluation.byShots(
          program,
          new BackendJobs(backend, session.stop()::getAsBoolean),
          new LossCache(problem, common.threads()),
          theta,
          shots,
          StreamKey.of(common.seed(), Purpose.EVALUATION),
          top);
    }
  }
}

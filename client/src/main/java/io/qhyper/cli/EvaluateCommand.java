package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.Evaluation;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.Jobs;
import io.qhyper.hybrid.NoisyLoss;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.mitigation.ReadoutCorrection;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.report.EvaluationReport;
import io.qhyper.report.ExtrapolationReport;
import io.qhyper.report.MitigationReport;
import io.qhyper.report.NoiseReport;
import io.qhyper.shots.Counts;
import io.qhyper.sim.NoisyMean;
import io.qhyper.sim.Precision;
import io.qhyper.sim.SimulatedProgram;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qhyper evaluate}: what a circuit with given angles emits. */
@Command(
    footer = {
      "",
      "Exact unless --shots is given; exact values take 2^N losses and amplitudes in memory.",
      "Under --noise they are averaged over random errors, but for few qubits; the probabilities"
          + " of",
      "networks are those in as many shots then, at most 8,192.",
      "",
      "Example: qhyper evaluate --params runs/first/parameters.json --top 5"
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final double USUAL_PRECISION = 1e-3;
  private static final long MOST_SAMPLES = 1 << 20;

  private final Session session;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private ParameterOptions parameterOptions;
  @Mixin private BackendOptions backendOptions;
  @Mixin private MitigationOptions mitigationOptions;
  @Mixin private ZneOptions zneOptions;

  @Option(
      names = "--shots",
      paramLabel = "N",
      description = "Run the circuit on the backend so many times, instead of exactly.")
  private Integer shots;

  @Option(
      names = "--precision",
      paramLabel = "E",
      description =
          "Under noise without --shots: average until the standard error is at most E (default:"
              + " 0.001).")
  private Double precision;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "10",
      description = "How many of the most probable networks to list (default: ${DEFAULT-VALUE}).")
  private int top;

  private Optional<Calibration> calibration = Optional.empty();
  private Optional<ExtrapolationReport> extrapolation = Optional.empty();
  private Runnable afterwards = () -> {};

  @Mixin private CommonOptions common;

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    new ResultOutput(session.console(), common).check();
    if (top < 0) {
      throw new IllegalArgumentException("--top must be 0 or more, got " + top);
    }
    mitigationOptions.check();
    zneOptions.check(shots);
    if (shots != null) {
      mitigationOptions.checkShots("--shots", shots);
    }
    if (mitigationOptions.isWanted() && shots == null) {
      throw new IllegalArgumentException("--mitigation corrects measured losses: add --shots N");
    }
    Problem problem = problemOptions.problem();
    Ansatz ansatz = ansatzOptions.ansatz(problem.bits());
    double[] theta =
        parameterOptions
            .read(ansatz.parameterCount())
            .orElseThrow(
                () -> new IllegalArgumentException("evaluate needs angles: add --params FILE"));
    TrainingProgram program = backendOptions.noise().program(ansatz);
    if (shots == null && backendOptions.isHardware()) {
      throw new IllegalArgumentException(
          "a quantum computer gives no exact values: add --shots N, or drop --backend");
    }
    EvaluationReport report =
        report(problem, ansatz, evaluation(problem, program, theta), noise(program));
    new ResultOutput(session.console(), common).write(report, report.text());
    afterwards.run();
    return ExitCode.OK;
  }

  private EvaluationReport report(
      Problem problem, Ansatz ansatz, Evaluation evaluation, Optional<NoiseReport> noise) {
    Optional<MitigationReport> mitigation =
        evaluation.corrected().map(c -> MitigationReport.of(calibration.orElseThrow(), c));
    return EvaluationReport.of(problem, ansatz, evaluation, noise, mitigation, extrapolation);
  }

  private Evaluation evaluation(Problem problem, TrainingProgram program, double[] theta)
      throws IOException {
    if (shots != null) {
      refusePrecision("has no use beside --shots");
      return byShots(problem, program, theta);
    }
    if (backendOptions.noise().isGiven()) {
      return noisy(problem, program, theta);
    }
    refusePrecision("needs --noise: without it the value is exact");
    if (problem.bits() > LossTable.MOST_BITS) {
      throw new IllegalArgumentException(
          "exact values list the losses of all networks, which takes at most %d bits; %s has %d: give --shots"
              .formatted(LossTable.MOST_BITS, problem.name(), problem.bits()));
    }
    LossTable losses = LossTable.enumerate(problem, common.threads());
    ExactLoss exact = new ExactLoss(program, losses.toArray(), backendOptions.simulation());
    return Evaluation.exact(exact, losses, theta, top);
  }

  private void refusePrecision(String reason) {
    if (precision != null) {
      throw new IllegalArgumentException("--precision " + reason);
    }
  }

  private Evaluation noisy(Problem problem, TrainingProgram program, double[] theta)
      throws IOException {
    double error = precision == null ? USUAL_PRECISION : precision;
    Precision wanted = new Precision(error, MOST_SAMPLES);
    backendOptions.sayRemarks(session);
    LossTable losses = LossTable.enumerate(problem, common.threads());
    NoisyLoss loss = new NoisyLoss(program, simulated(program), losses.toArray());
    StreamKey stream = StreamKey.of(common.seed(), Purpose.EVALUATION);
    NoisyMean mean = loss.mean(theta, wanted, stream, common.threads());
    if (mean.standardError() > error) {
      session
          .console()
          .say("stopped after %,d samples, before --precision was met".formatted(mean.samples()));
    }
    return Evaluation.noisy(
        mean, loss, losses, theta, top, StreamKey.of(common.seed(), Purpose.SAMPLING));
  }

  private SimulatedProgram simulated(TrainingProgram program) throws IOException {
    return backendOptions.simulated(program.circuit());
  }

  private Optional<NoiseReport> noise(TrainingProgram program) throws IOException {
    return backendOptions.noise().isGiven()
        ? simulated(program)
            .noise()
            .map(shots == null ? NoiseReport::ofMeans : NoiseReport::ofShots)
        : Optional.empty();
  }

  private Evaluation byShots(Problem problem, TrainingProgram program, double[] theta)
      throws IOException {
    try (BackendChoice choice =
        backendOptions.choose(session, common, mitigationOptions.sentText(program))) {
      afterwards = choice::delivered;
      Jobs jobs =
          new BackendJobs(mitigationOptions.twirled(choice.open()), session.stop()::getAsBoolean);
      LossCache losses = new LossCache(problem, common.threads());
      if (zneOptions.isWanted()) {
        return extrapolated(program, choice, jobs, losses, theta);
      }
      StreamKey stream = StreamKey.of(common.seed(), Purpose.EVALUATION);
      if (!mitigationOptions.isWanted()) {
        return Evaluation.byShots(program, jobs, losses, theta, shots, stream, top);
      }
      ReadoutCorrection correction = correction(program, choice, jobs);
      return Evaluation.byCorrectedShots(
          program, jobs, correction, losses, theta, shots, stream, top);
    }
  }

  private Evaluation extrapolated(
      TrainingProgram program, BackendChoice choice, Jobs jobs, LossCache losses, double[] theta)
      throws IOException {
    if (mitigationOptions.isTwirled()) {
      throw new IllegalArgumentException(
          "--zne goes with --mitigation readout, not with twirl, which changes the circuits too");
    }
    CompiledRow asRun = backendOptions.asRun(choice, program.circuit(), program.row(theta));
    ZeroNoiseRun run = ZeroNoiseRun.of(zneOptions, asRun, shots, common.seed());
    choice.requireAllowed(run.requests());
    Function<Counts, Evaluation> scoring = counts -> Evaluation.of(counts, losses, top);
    if (mitigationOptions.isWanted()) {
      ReadoutCorrection correction = correction(program, choice, jobs);
      scoring = counts -> Evaluation.of(correction.correct(counts), losses, top);
    }
    ZeroNoiseRun.Found found = run.measured(jobs, scoring);
    extrapolation = Optional.of(found.report());
    return found.evaluation();
  }

  private ReadoutCorrection correction(TrainingProgram program, BackendChoice choice, Jobs jobs)
      throws IOException {
    CalibrationProgram prepared =
        backendOptions.calibration(
            choice, mitigationOptions.sent(program.circuit()), TrainingProgram.REGISTER);
    calibration =
        Optional.of(
            mitigationOptions.calibration(
                prepared, jobs, common.seed(), session.console().clock()));
    return mitigationOptions.correction(calibration.get());
  }
}

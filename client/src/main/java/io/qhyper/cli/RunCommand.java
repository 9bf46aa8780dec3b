package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.circuit.Circuit;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.qasm.QasmReader;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.report.CountsReport;
import io.qhyper.report.EngineReport;
import io.qhyper.report.NoiseReport;
import io.qhyper.report.OutcomesReport;
import io.qhyper.sim.Approximation;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper run}: the counts of any OpenQASM program. */
@Command(
    footer = {
      "",
      "Inputs of the program take their values from --set or, in order of declaration, --params;",
      "a longer --params vector, as of a run, gives theta_K its entry K.",
      "",
      "The simulator's engine is chosen by estimated cost; --explain tells which and why.",
      "",
      "Example: qhyper run bell.qasm --shots 4096 --set theta=pi/2"
    })
final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "FILE",
      description = "OpenQASM 2 or 3 text with at least one classical register.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Value of an input, in radians: a number, or a multiple of pi such as -3*pi/4.")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(
      names = "--shots",
      paramLabel = "N",
      defaultValue = "1024",
      description = "How often to run the program (default: ${DEFAULT-VALUE}).")
  private int shots;

  @Option(
      names = "--explain",
      description = "Say which engine would run the program, and why, instead of running it.")
  private boolean explain;

  @Option(
      names = "--top",
      paramLabel = "K",
      description =
          "Instead of drawing shots, list the K most probable values of every register with their"
              + " exact probabilities.")
  private Integer top;

  @Option(
      names = "--marginals",
      description =
          "Instead of drawing shots, give the exact probability of 1 for every bit, and the"
              + " strongest covariances of two bits (with --json: all pairs).")
  private boolean marginals;

  @Mixin private ParameterOptions parameterOptions;
  @Mixin private BackendOptions backendOptions;
  @Mixin private CommonOptions common;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    new ResultOutput(session.console(), common).check();
    String text = ProgramFile.read(file);
    Circuit circuit = QasmReader.read(text);
    if (explain) {
      SimulatedProgram program = backendOptions.simulated(circuit);
      EngineReport report = EngineReport.of(program);
      new ResultOutput(session.console(), common).write(report, report.text());
      return ExitCode.OK;
    }
    double[] row = row(circuit);
    if (top != null || marginals) {
      OutcomesReport report = outcomes(circuit, row);
      new ResultOutput(session.console(), common).write(report, report.text());
      return ExitCode.OK;
    }
    JobRequest request =
        new JobRequest(text, List.of(row), shots, StreamKey.of(common.seed(), Purpose.SAMPLING));
    try (BackendChoice choice = backendOptions.choose(session, common, text)) {
      Backend backend = choice.open();
      JobResult result =
          new BackendJobs(backend, session.stop()::getAsBoolean).run(List.of(request)).get(0);
      CountsReport report =
          CountsReport.of(shots, result.rows().get(0), approximation(circuit, row), noise(circuit));
      new ResultOutput(session.console(), common).write(report, report.text());
      choice.delivered();
    }
    return ExitCode.OK;
  }

  private OutcomesReport outcomes(Circuit circuit, double[] row) throws IOException {
    if (top != null && top < 1) {
      throw new IllegalArgumentException("--top must be at least 1, got " + top);
    }
    return OutcomesReport.of(
        SimulatedProgram.of(circuit, backendOptions.simulation()),
        row,
        top == null ? OptionalInt.empty() : OptionalInt.of(top),
        marginals ? OutcomesReport.Part.MARGINALS : OutcomesReport.Part.NO_MARGINALS);
  }

  private Approximation approximation(Circuit circuit, double[] row) throws IOException {
    SimulationOptions simulation = backendOptions.simulation();
    return simulation.maxBond().isEmpty()
        ? Approximation.EXACT
        : SimulatedProgram.of(circuit, simulation).approximation(row);
  }

  private Optional<NoiseReport> noise(Circuit circuit) throws IOException {
    return backendOptions.noise().isGiven()
        ? backendOptions.simulated(circuit).noise().map(NoiseReport::ofShots)
        : Optional.empty();
  }

  private double[] row(Circuit circuit) throws IOException {
    List<String> names = ExportResult.names(circuit.parameters());
    if (inputs.isEmpty()) {
      double[] given = parameterOptions.readFor(names).orElse(new double[0]);
      if (given.length < names.size()) {
        throw new IllegalArgumentException(
            "the program has inputs " + names + "; give each a value with --set or --params");
      }
      return given;
    }
    if (parameterOptions.isGiven()) {
      throw new IllegalArgumentException("give the inputs by --set or by --params, not both");
    }
    return InputValues.row(names, inputs);
  }
}

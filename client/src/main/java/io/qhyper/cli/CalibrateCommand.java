package io.qhyper.cli;

import io.qhyper.circuit.Circuit;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.mitigation.Calibration;
import io.qhyper.mitigation.CalibrationFile;
import io.qhyper.mitigation.CalibrationMethod;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.qasm.QasmReader;
import io.qhyper.report.CalibrationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qhyper calibrate}: measures the readout errors of the qubits that a program measures. */
@Command(
    footer = {
      "",
      "Without FILE the program is that of the problem and ansatz, as train and evaluate send it.",
      "",
      "Example: qhyper calibrate --layers 2 --noise noise.yaml --calibration readout.json"
    })
final class CalibrateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "OpenQASM program whose measured qubits are calibrated.")
  private Path file;

  @Option(
      names = "--register",
      paramLabel = "NAME",
      defaultValue = TrainingProgram.REGISTER,
      description = "Classical register of FILE (default: ${DEFAULT-VALUE}).")
  private String register;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      defaultValue = "calibration.json",
      description = "Where the calibration is stored (default: ${DEFAULT-VALUE}).")
  private Path calibrationFile;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "tensor",
      description =
          "tensor: two error rates a bit from at most 8 circuits (default); twirl: one rate a bit"
              + " from at most 4, for --mitigation twirl; full: the whole matrix of at most 8 bits"
              + " from 2^bits circuits.")
  private CalibrationMethod method;

  @Option(
      names = "--shots",
      paramLabel = "N",
      defaultValue = "4096",
      description = "Shots of each circuit (default: ${DEFAULT-VALUE}).")
  private int shots;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private BackendOptions backendOptions;
  @Mixin private CommonOptions common;

  CalibrateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    new ResultOutput(session.console(), common).check();
    ResultOutput.check(calibrationFile);
    Circuit circuit = circuit();
    try (BackendChoice choice =
        backendOptions.choose(session, common, Qasm3Writer.write(circuit))) {
      CalibrationProgram program = backendOptions.calibration(choice, circuit, register);
      Calibration calibration =
          MitigationOptions.measured(
              program,
              method,
              shots,
              new BackendJobs(choice.open(), session.stop()::getAsBoolean),
              common.seed(),
              session.console().clock());
      CalibrationFile.write(calibrationFile, calibration);
      choice.delivered();
      CalibrationReport report = CalibrationReport.of(calibrationFile.toString(), calibration);
      new ResultOutput(session.console(), common).write(report, report.text());
    }
    return ExitCode.OK;
  }

  private Circuit circuit() throws IOException {
    return file == null
        ? backendOptions
            .noise()
            .program(ansatzOptions.ansatz(problemOptions.problem().bits()))
            .circuit()
        : QasmReader.read(ProgramFile.read(file));
  }
}

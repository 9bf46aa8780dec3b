package io.qhyper.cli;

import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.Target;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.qasm.QasmReader;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qhyper compile}: a circuit in the native gates of a device. */
@Command(
    footer = {
      "",
      "Prints OpenQASM 3 on physical qubits; with --show, what compiling did instead: layout,",
      "expected success probability, gate counts, depth, duration. Inputs stay inputs.",
      "",
      "Example: qhyper compile --target devices/torino --qubits 17 --layers 4 --show"
    })
final class CompileCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "OpenQASM 2 or 3 text (default: the ansatz of the options below).")
  private Path file;

  @Mixin private TargetOptions targetOptions;

  @Option(names = "--show", description = "Print what compiling did instead of the program.")
  private boolean show;

  @Option(
      names = "--write-target",
      paramLabel = "FILE",
      description = "Also write the device to one file, which --target takes.")
  private Path writeTarget;

  @Option(
      names = "--qubits",
      paramLabel = "N",
      description = "Number of qubits (default: one per bit of the problem).")
  private Integer qubits;

  @Mixin private ProblemOptions problemOptions;
  @Mixin private AnsatzOptions ansatzOptions;
  @Mixin private CommonOptions common;

  CompileCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (!targetOptions.isGiven()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--target DIR_OR_FILE'");
    }
    Target target = targetOptions.target();
    targetOptions.sayWhatIsMissing(target, session.console());
    CompiledCircuit compiled = targetOptions.compile(circuit(), target);
    String text = Qasm3Writer.write(compiled.circuit());
    CompileResult result = CompileResult.of(target.name(), compiled, text);
    if (writeTarget != null) {
      TargetFile.write(writeTarget, target);
    }
    new ResultOutput(session.console(), common).write(result, show ? result.table() : text);
    return ExitCode.OK;
  }

  private Circuit circuit() throws IOException {
    if (file != null) {
      return QasmReader.read(ProgramFile.read(file));
    }
    int width = qubits == null ? problemOptions.problem().bits() : qubits;
    return ansatzOptions.ansatz(width).circuit();
  }
}

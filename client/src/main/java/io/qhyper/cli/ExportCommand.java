package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.circuit.Binding;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Parameter;
import io.qhyper.compile.DeadGates;
import io.qhyper.compile.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qhyper export}: an ansatz as OpenQASM text. */
@Command(
    footer = {
      "",
      "Without --params, OpenQASM 3 text has one input per parameter. Gates that cannot change",
      "what is measured are left out, with their parameters, unless --keep-dead is given. With",
      "--target, the text has native gates on physical qubits; 'compile --show' tells which.",
      "",
      "Example: qhyper export --ansatz brickwork --qubits 17 --layers 2 -o circuit.qasm"
    })
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--qubits",
      paramLabel = "N",
      description = "Number of qubits (default: one per bit of the problem).")
  private Integer qubits;

  @Mixin private ProblemOptions problemOptions;

  @Mixin private AnsatzOptions ansatzOptions;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "qasm3",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ExportFormat format;

  @Mixin private ParameterOptions parameterOptions;

  @Mixin private TargetOptions targetOptions;

  @Option(names = "--keep-dead", description = "Keep gates that cannot change what is measured.")
  private boolean keepDead;

  @Mixin private CommonOptions common;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    int width = qubits == null ? problemOptions.problem().bits() : qubits;
    Ansatz ansatz = ansatzOptions.ansatz(width);
    Circuit full = ansatz.circuit();
    Optional<double[]> values = parameterOptions.read(ansatz.parameterCount());
    Circuit circuit = full;
    List<Parameter> dead = List.of();
    if (!keepDead) {
      DeadGates.Removal removal = DeadGates.remove(full);
      circuit = removal.circuit();
      dead = removal.dead();
    }
    targetOptions.refuseWithoutTarget();
    if (targetOptions.isGiven()) {
      if (keepDead) {
        throw new IllegalArgumentException(
            "--keep-dead does not go with --target, which removes all that is not needed");
      }
      Target target = targetOptions.target();
      targetOptions.sayWhatIsMissing(target, session.console());
      circuit = targetOptions.compile(circuit, target).circuit();
      dead = missing(full, circuit);
    }
    if (values.isPresent()) {
      circuit = circuit.bind(Binding.of(full.parameters(), values.get()));
    }
    String text = format.write(circuit);
    ExportResult result =
        new ExportResult(
            ansatz.name(),
            width,
            ansatz.layers(),
            format.toString(),
            ExportResult.steps(circuit),
            ExportResult.names(circuit.parameters()),
            ExportResult.names(dead),
            text);
    new ResultOutput(session.console(), common).write(result, text);
    return ExitCode.OK;
  }

  private static List<Parameter> missing(Circuit full, Circuit compiled) {
    return full.parameters().stream().filter(p -> !compiled.parameters().contains(p)).toList();
  }
}

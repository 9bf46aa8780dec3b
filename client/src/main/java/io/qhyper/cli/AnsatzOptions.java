package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.AnsatzFamily;
import io.qhyper.ansatz.Entanglement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which ansatz; the number of qubits comes from elsewhere. Add as a {@code @Mixin}. */
final class AnsatzOptions {
  /** Qubits times layers (times qubits where all couple) of the largest circuit built. */
  private static final double MOST_SITES = 1e6;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--ansatz",
      paramLabel = "NAME",
      defaultValue = "brickwork",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnsatzFamily ansatz;

  @Option(
      names = "--entanglement",
      paramLabel = "NAME",
      description =
          "One of: linear, circular, full (default: linear); "
              + "for real-amplitudes and efficient-su2.")
  private Entanglement entanglement;

  @Option(
      names = "--layers",
      paramLabel = "L",
      defaultValue = "2",
      description = "Number of layers (default: ${DEFAULT-VALUE}); product has none.")
  private int layers;

  /**
   * The ansatz on so many qubits.
   *
   * @throws ParameterException if a number is out of range, or an option does not belong to the
   *     ansatz
   */
  Ansatz ansatz(int qubits) {
    try {
      return build(qubits);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private Ansatz build(int qubits) {
    double pairs = entanglement == Entanglement.FULL ? qubits : 1;
    if (qubits > 0 && layers > 0 && pairs * qubits * layers > MOST_SITES) {
      throw new IllegalArgumentException(
          "%d qubits and %d layers make too large a circuit; take fewer".formatted(qubits, layers));
    }
    if (entanglement == null) {
      return ansatz.build(qubits, layers, Entanglement.LINEAR);
    }
    if (!ansatz.takesEntanglement()) {
      throw new IllegalArgumentException(
          "--entanglement does not apply to --ansatz " + ansatz + ", whose couplings are fixed");
    }
    return ansatz.build(qubits, layers, entanglement);
  }
}

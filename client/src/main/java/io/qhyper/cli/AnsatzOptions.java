package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.Entanglement;
import picocli.CommandLine.Option;

/** Which ansatz; the number of qubits comes from elsewhere. Add as a {@code @Mixin}. */
final class AnsatzOptions {
  @Option(
      names = "--ansatz",
      paramLabel = "NAME",
      defaultValue = "brickwork",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnsatzChoice ansatz;

  @Option(
      names = "--entanglement",
      paramLabel = "NAME",
      description =
          "One of: ${COMPLETION-CANDIDATES} (default: linear); "
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
   * @throws IllegalArgumentException if a number is out of range, or an option does not belong to
   *     the ansatz
   */
  Ansatz ansatz(int qubits) {
    if (entanglement == null) {
      return ansatz.build(qubits, layers, Entanglement.LINEAR);
    }
    if (!ansatz.takesEntanglement()) {
      throw new IllegalArgumentException(
          "--entanglement " + entanglement + " does not apply to --ansatz " + ansatz);
    }
    return ansatz.build(qubits, layers, entanglement);
  }
}

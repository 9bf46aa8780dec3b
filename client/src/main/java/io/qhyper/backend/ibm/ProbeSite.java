package io.qhyper.backend.ibm;

import java.util.List;
import java.util.Optional;

/**
 * Where on a device a probe runs.
 *
 * @param qubits three that work
 * @param gate one that programs must define themselves; empty if the device has none that works
 */
public record ProbeSite(List<Integer> qubits, Optional<NamedGate> gate) {
  public ProbeSite {
    qubits = List.copyOf(qubits);
    if (qubits.size() != ProbeProgram.INPUTS) {
      throw new IllegalArgumentException("a probe needs three qubits, got " + qubits);
    }
  }

  /** Circuits × rows × shots of the job that asks all questions. */
  public long executions() {
    int rows =
        ProbeStep.of(this).get(0).pubs(this).stream().mapToInt(SamplerJob.Pub::resultRows).sum();
    return (long) rows * ProbeProgram.SHOTS;
  }
}

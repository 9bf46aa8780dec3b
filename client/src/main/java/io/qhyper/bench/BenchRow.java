package io.qhyper.bench;

import java.util.Objects;

/**
 * How long one setting of a task took, in milliseconds.
 *
 * @param task its name
 * @param circuit its name; null for tasks without one
 * @param target the device that the circuit was compiled for; null for logical gates
 * @param qubits number of qubits, or bits of a network
 * @param layers of the ansatz; 0 for tasks without a circuit
 * @param threads how many it might use
 * @param engine what did it
 * @param medianMs median of the warm repetitions
 * @param minMs the shortest of them
 * @param maxMs the longest of them
 * @param repetitions how many there were
 * @param coldMs the first call, with reading and planning of the program; only the first row of a
 *     process finds a JVM that has compiled nothing
 * @param allocatedBytes per warm repetition; null with several threads, where it is not known
 */
public record BenchRow(
    String task,
    String circuit,
    String target,
    int qubits,
    int layers,
    int threads,
    String engine,
    double medianMs,
    double minMs,
    double maxMs,
    int repetitions,
    double coldMs,
    Long allocatedBytes) {
  static BenchRow of(Setting setting, Timing timing, long coldNanos) {
    return new BenchRow(
        setting.task().toString(),
        setting.task().hasCircuit() ? setting.text().circuit().toString() : null,
        setting.text().target().map(BenchTarget::name).orElse(null),
        setting.qubits(),
        setting.layers(),
        setting.threads(),
        setting.engine().toString(),
        timing.medianMs(),
        timing.minMs(),
        timing.maxMs(),
        timing.nanos().length,
        coldNanos / 1e6,
        setting.threads() == 1 ? timing.allocatedBytes() : null);
  }

  /** Whether two rows are of the same work, in whatever text and whatever did it. */
  boolean isSameWork(BenchRow other) {
    return task.equals(other.task)
        && Objects.equals(circuit, other.circuit)
        && qubits == other.qubits
        && layers == other.layers
        && threads == other.threads;
  }
}

package io.qhyper.sim;

import io.qhyper.sim.noise.Channel;
import io.qhyper.sim.noise.Depolarizing;
import io.qhyper.sim.noise.KrausChannel;
import io.qhyper.sim.noise.KrausOperator;
import io.qhyper.sim.state.StateVector;
import java.util.List;

/**
 * A density matrix of n qubits, perhaps of trace below 1: as a vector of 2n qubits, entry (row,
 * column) at {@code row + (column << n)}. Mutable, for one thread at a time.
 */
final class DensityMatrix {
  /** The most qubits whose density matrix a Java array holds. */
  static final int MAX_QUBITS = StateVector.MAX_QUBITS / 2;

  private static final Channel RESET =
      new KrausChannel(
          List.of(
              new KrausOperator(2, new double[] {1, 0, 0, 0}, new double[4]),
              new KrausOperator(2, new double[] {0, 1, 0, 0}, new double[4])));

  private final int qubits;
  private final StateVector entries;

  private DensityMatrix(int qubits, StateVector entries) {
    this.qubits = qubits;
    this.entries = entries;
  }

  /** |0…0⟩⟨0…0|. */
  static DensityMatrix zero(int qubits) {
    return new DensityMatrix(qubits, StateVector.zero(2 * qubits));
  }

  DensityMatrix copy() {
    return new DensityMatrix(qubits, entries.copy());
  }

  void add(DensityMatrix other) {
    entries.add(other.entries);
  }

  /** ρ times a factor. */
  void scale(double factor) {
    entries.scale(factor);
  }

  /** UρU†. */
  void apply(PlannedGate gate, double[] row) {
    gate.at(row).apply(entries);
    gate.conjugate(row, qubits).apply(entries);
  }

  /** ΣKρK†, as one matrix on rows and columns together. */
  void apply(PlannedChannel planned) {
    if (planned.channel() instanceof Depolarizing depolarizing) {
      entries.depolarize(planned.qubits(), depolarizing.mixingWeight());
    } else {
      apply(planned.kraus(), planned.qubits());
    }
  }

  private void apply(List<KrausOperator> kraus, int[] on) {
    int d = 1 << on.length;
    int n = d * d;
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (KrausOperator k : kraus) {
      for (int i = 0; i < n * n; i++) {
        int row = i / n;
        int column = i % n;
        int left = row % d * d + column % d;
        int right = row / d * d + column / d;
        re[i] += k.re()[left] * k.re()[right] + k.im()[left] * k.im()[right];
        im[i] += k.im()[left] * k.re()[right] - k.re()[left] * k.im()[right];
      }
    }
    int[] both = new int[2 * on.length];
    for (int k = 0; k < on.length; k++) {
      both[k] = on[k];
      both[k + on.length] = on[k] + qubits;
    }
    entries.transform(both, re, im);
  }

  /** Puts a qubit into |0⟩. */
  void reset(int qubit) {
    apply(RESET.kraus(), new int[] {qubit});
  }

  /** Keeps what gives an outcome when a qubit is measured; the trace becomes its probability. */
  void project(int qubit, int outcome) {
    entries.collapse(qubit, outcome, 1);
    entries.collapse(qubit + qubits, outcome, 1);
  }

  /** The probability of a basis index, not below 0. */
  double probability(int index) {
    return Math.max(0, entries.re(index + (index << qubits)));
  }

  /** Number of basis indices. */
  int size() {
    return 1 << qubits;
  }

  double trace() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += probability(i);
    }
    return sum;
  }
}

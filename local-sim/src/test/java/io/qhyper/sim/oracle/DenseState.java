package io.qhyper.sim.oracle;

import io.qhyper.circuit.Binding;
import io.qhyper.circuit.GateCall;
import java.util.List;

/** A state as a full vector that is multiplied by full matrices. */
public final class DenseState {
  private final double[] re;
  private final double[] im;

  private DenseState(double[] re, double[] im) {
    this.re = re;
    this.im = im;
  }

  /** The state |0…0⟩. */
  public static DenseState zero(int qubits) {
    DenseState state = new DenseState(new double[1 << qubits], new double[1 << qubits]);
    state.re[0] = 1;
    return state;
  }

  public double re(int index) {
    return re[index];
  }

  public double im(int index) {
    return im[index];
  }

  public double probability(int index) {
    return re[index] * re[index] + im[index] * im[index];
  }

  public int size() {
    return re.length;
  }

  /** The state after a gate under a binding. */
  public DenseState after(GateCall call, Binding binding) {
    return times(matrix(call, binding, re.length));
  }

  /** The matrix of a gate on all qubits. */
  static DenseMatrix matrix(GateCall call, Binding binding, int size) {
    double[] angles = call.angles().stream().mapToDouble(a -> a.value(binding)).toArray();
    DenseMatrix small = DenseGates.of(call.standard(), angles);
    for (int control = 0; control < call.controls(); control++) {
      small = small.controlled();
    }
    // The extra controls come first, so the matrix index is read straight off the call's qubits.
    return expand(small, call.qubits(), size);
  }

  static DenseMatrix expand(DenseMatrix small, List<Integer> qubits, int size) {
    int mask = qubits.stream().mapToInt(q -> 1 << q).sum();
    DenseMatrix full = new DenseMatrix(size);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if ((row & ~mask) == (column & ~mask)) {
          full.re[row][column] = small.re[pick(row, qubits)][pick(column, qubits)];
          full.im[row][column] = small.im[pick(row, qubits)][pick(column, qubits)];
        }
      }
    }
    return full;
  }

  private static int pick(int index, List<Integer> qubits) {
    int picked = 0;
    for (int k = 0; k < qubits.size(); k++) {
      picked |= (index >> qubits.get(k) & 1) << k;
    }
    return picked;
  }

  private DenseState times(DenseMatrix m) {
    DenseState product = new DenseState(new double[re.length], new double[re.length]);
    for (int i = 0; i < re.length; i++) {
      for (int j = 0; j < re.length; j++) {
        product.re[i] += m.re[i][j] * re[j] - m.im[i][j] * im[j];
        product.im[i] += m.re[i][j] * im[j] + m.im[i][j] * re[j];
      }
    }
    return product;
  }

  /** What is left of the state where a qubit is {@code outcome}; not normalised. */
  DenseState projected(int qubit, int outcome) {
    DenseState kept = new DenseState(re.clone(), im.clone());
    for (int i = 0; i < re.length; i++) {
      if ((i >> qubit & 1) != outcome) {
        kept.re[i] = 0;
        kept.im[i] = 0;
      }
    }
    return kept;
  }

  /** The squared norm. */
  double norm() {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += probability(i);
    }
    return sum;
  }
}

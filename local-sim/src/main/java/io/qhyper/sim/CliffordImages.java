package io.qhyper.sim;

import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Unitary;
import java.util.Optional;

/**
 * What a Clifford gate on one or two qubits makes of Pauli operators: U·P·U† but for its sign.
 *
 * <p>Pauli operators are numbers in base 4, digit k for qubit k of the gate: bit 2k an X part, bit
 * 2k+1 a Z part.
 */
final class CliffordImages {
  private static final double ROUNDING = 1e-9;

  private CliffordImages() {}

  /**
   * The images of the generators X₀, Z₀, X₁, Z₁, as far as there are qubits; empty if the gate is
   * none that takes every Pauli operator to one.
   *
   * @param call on one or two qubits, with constant angles
   */
  static Optional<int[]> of(GateCall call) {
    int qubits = call.qubits().size();
    ComplexSquare u = full(call);
    ComplexSquare inverse = u.adjoint();
    int[] images = new int[2 * qubits];
    for (int generator = 0; generator < images.length; generator++) {
      ComplexSquare image = u.times(ComplexSquare.pauli(qubits, 1 << generator)).times(inverse);
      images[generator] = identify(image, qubits);
      if (images[generator] < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(images);
  }

  /** The gate's matrix, its controls included. */
  private static ComplexSquare full(GateCall call) {
    double[] angles = call.angles().stream().mapToDouble(angle -> angle.constant()).toArray();
    Unitary matrix = call.standard().targetMatrix(angles);
    int controls = call.controlQubits().size();
    int mask = (1 << controls) - 1;
    ComplexSquare full = new ComplexSquare(1 << call.qubits().size());
    for (int row = 0; row < full.n(); row++) {
      for (int column = 0; column < full.n(); column++) {
        if ((row & column & mask) == mask) {
          int entry = (row >> controls) * matrix.dimension() + (column >> controls);
          full.set(row, column, matrix.re()[entry], matrix.im()[entry]);
        } else {
          full.set(row, column, row == column ? 1 : 0, 0);
        }
      }
    }
    return full;
  }

  /**
   * The Pauli operator that a matrix is a multiple of: the one with |tr(P†M)| = 2^qubits; or −1.
   */
  private static int identify(ComplexSquare matrix, int qubits) {
    for (int number = 0; number < 1 << (2 * qubits); number++) {
      double overlap = ComplexSquare.pauli(qubits, number).times(matrix).traceModulus();
      if (Math.abs(overlap - matrix.n()) < ROUNDING) {
        return number;
      }
    }
    return -1;
  }
}

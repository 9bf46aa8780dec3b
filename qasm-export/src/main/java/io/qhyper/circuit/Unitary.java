package io.qhyper.circuit;

import java.util.Arrays;

/**
 * A small dense matrix on a gate's targets: dimension 1, 2 or 4, row by row.
 *
 * <p>Entry (row, column) is ⟨row|U|column⟩ and stands at {@code row·dimension + column}; the first
 * qubit of the gate is the least significant bit of row and column.
 *
 * @param dimension number of rows: 2 to the number of qubits
 * @param re real parts, owned by this record; not to be changed
 * @param im imaginary parts, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // small hot data; equals and hashCode compare contents
public record Unitary(int dimension, double[] re, double[] im) {
  public Unitary {
    if (re.length != dimension * dimension || im.length != re.length) {
      throw new IllegalArgumentException(
          "a matrix of dimension "
              + dimension
              + " has "
              + dimension * dimension
              + " entries, got "
              + re.length
              + " and "
              + im.length);
    }
  }

  /** Whether every entry off the diagonal is exactly 0. */
  public boolean isDiagonal() {
    for (int i = 0; i < re.length; i++) {
      if (i % (dimension + 1) != 0 && (re[i] != 0 || im[i] != 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every row has exactly one entry other than 0: basis states go to basis states. */
  public boolean isPermutation() {
    for (int row = 0; row < dimension; row++) {
      int nonzero = 0;
      for (int i = row * dimension; i < (row + 1) * dimension; i++) {
        nonzero += re[i] != 0 || im[i] != 0 ? 1 : 0;
      }
      if (nonzero != 1) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Unitary other
        && Arrays.equals(re, other.re)
        && Arrays.equals(im, other.im);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(re) + Arrays.hashCode(im);
  }
}

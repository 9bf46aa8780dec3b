package io.qhyper.sim.noise;

/**
 * Pauli operators by number: base 4, digit k for qubit k of the channel, with I = 0, X = 1, Z = 2
 * and Y = 3, so that bit 2k is an X part and bit 2k+1 a Z part.
 */
final class Paulis {
  private static final String LETTERS = "IXZY";

  private Paulis() {}

  /**
   * The number of a string whose first letter acts on the first qubit.
   *
   * @throws IllegalArgumentException if there is another letter, or no letter, or more than two
   */
  static int number(String letters) {
    if (letters.isEmpty() || letters.length() > 2) {
      throw new IllegalArgumentException(
          "a Pauli string has one letter per qubit, 1 or 2 of I, X, Y and Z, got '"
              + letters
              + "'");
    }
    int number = 0;
    for (int qubit = 0; qubit < letters.length(); qubit++) {
      int digit = LETTERS.indexOf(letters.charAt(qubit));
      if (digit < 0) {
        throw new IllegalArgumentException(
            "a Pauli string is made of I, X, Y and Z, got '" + letters + "'");
      }
      number |= digit << (2 * qubit);
    }
    return number;
  }

  /** The matrix of a Pauli operator on so many qubits. */
  static KrausOperator matrix(int qubits, int number) {
    int n = 1 << qubits;
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    int flips = 0;
    for (int qubit = 0; qubit < qubits; qubit++) {
      flips |= ((number >> (2 * qubit)) & 1) << qubit;
    }
    for (int column = 0; column < n; column++) {
      int quarterTurns = 0; // the entry is i to that power
      for (int qubit = 0; qubit < qubits; qubit++) {
        int digit = (number >> (2 * qubit)) & 3;
        int bit = (column >> qubit) & 1;
        quarterTurns += digit == 3 ? 1 + 2 * bit : digit == 2 ? 2 * bit : 0;
      }
      int entry = (column ^ flips) * n + column;
      re[entry] = quarterTurns % 2 == 0 ? 1 - quarterTurns % 4 : 0;
      im[entry] = quarterTurns % 2 == 0 ? 0 : 2 - quarterTurns % 4;
    }
    return new KrausOperator(n, re, im);
  }
}

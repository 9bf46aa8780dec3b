package io.qhyper.sim.fused;

/**
 * How the positions of a basis index are divided.
 *
 * @param qubits number of all
 * @param entryBits how many of the lowest number the entries of a row
 * @param blockBits how many row positions vary in a block; at least entryBits
 */
public record Shape(int qubits, int entryBits, int blockBits) {
  /** Rows of 128 entries, 1 KiB: long enough to vectorise. */
  private static final int ENTRY_BITS = 7;

  /** Blocks of 128 rows, with their real and imaginary parts 256 KiB: they fit a level-2 cache. */
  private static final int BLOCK_BITS = 7;

  /** The widest gate for which rows keep their full length whatever the number of qubits. */
  public static final int WIDEST = 12;

  /**
   * The shape of states for a program.
   *
   * @param widest the most qubits that a gate names
   */
  public static Shape of(int qubits, int widest) {
    int entryBits = Math.min(Math.min(ENTRY_BITS, qubits / 2), qubits - widest);
    int blockBits = Math.min(qubits - entryBits, Math.max(BLOCK_BITS, widest));
    return new Shape(qubits, entryBits, blockBits);
  }

  /** Number of entries of a row. */
  int entries() {
    return 1 << entryBits;
  }

  /** Number of rows of a state. */
  int rows() {
    return 1 << (qubits - entryBits);
  }

  /** Number of rows of a block. */
  int blockRows() {
    return 1 << blockBits;
  }
}

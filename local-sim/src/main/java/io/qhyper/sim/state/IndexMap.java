package io.qhyper.sim.state;

/**
 * Where each basis index of a state falls in a table over a classical register: bit {@code
 * positions[qubit]} of the result is the qubit's bit.
 *
 * <p>Immutable. Two tables over the halves of the index, 2^⌈n/2⌉ entries each, so that a look-up
 * costs two reads whatever the order of the bits.
 */
public final class IndexMap {
  private final int lowQubits;
  private final int lowMask;
  private final int[] low;
  private final int[] high;

  /**
   * A map for {@code masks.length} qubits.
   *
   * @param masks for each qubit, the bits of the result that show it; 0 if none does
   */
  public IndexMap(int... masks) {
    this.lowQubits = (masks.length + 1) / 2;
    this.lowMask = (1 << lowQubits) - 1;
    this.low = table(masks, 0, lowQubits);
    this.high = table(masks, lowQubits, masks.length - lowQubits);
  }

  private static int[] table(int[] masks, int from, int length) {
    int[] table = new int[1 << length];
    for (int i = 1; i < table.length; i++) {
      int lowest = Integer.numberOfTrailingZeros(i);
      table[i] = table[i & (i - 1)] | masks[from + lowest];
    }
    return table;
  }

  /** The position of a basis index in the table. */
  public int of(int index) {
    return low[index & lowMask] | high[index >>> lowQubits];
  }
}

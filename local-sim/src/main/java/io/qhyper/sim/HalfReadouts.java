package io.qhyper.sim;

import io.qhyper.shots.BitString;

/**
 * Writes the classical bits that basis states of two halves show; immutable.
 *
 * <p>By tables over {@value #CHUNK} qubits at a time.
 */
final class HalfReadouts {
  private static final int CHUNK = 10;
  private static final int MASK = (1 << CHUNK) - 1;

  private final int stride;
  private final long[][][] low; // [word][chunk][value of the chunk's qubits]
  private final long[][][] high;

  HalfReadouts(Plan plan, int[] positions, int cut) {
    this.stride = BitString.wordsFor(plan.bits());
    long[][] masks = new long[stride][plan.qubits()];
    for (Readout readout : plan.readouts()) {
      masks[readout.bit() >>> 6][positions[readout.qubit()]] |= 1L << readout.bit();
    }
    this.low = new long[stride][][];
    this.high = new long[stride][][];
    for (int word = 0; word < stride; word++) {
      low[word] = tables(masks[word], 0, cut);
      high[word] = tables(masks[word], cut, plan.qubits());
    }
  }

  private static long[][] tables(long[] masks, int from, int to) {
    long[][] tables = new long[(to - from + CHUNK - 1) / CHUNK][];
    for (int chunk = 0; chunk < tables.length; chunk++) {
      int first = from + chunk * CHUNK;
      long[] table = new long[1 << Math.min(CHUNK, to - first)];
      for (int i = 1; i < table.length; i++) {
        table[i] = table[i & (i - 1)] | masks[first + Integer.numberOfTrailingZeros(i)];
      }
      tables[chunk] = table;
    }
    return tables;
  }

  /** Writes the bits of basis states (h, l) to words from an offset on. */
  void write(int[] highs, int[] lows, long[] words, int offset) {
    for (int shot = 0; shot < highs.length; shot++) {
      for (int word = 0; word < stride; word++) {
        words[offset + shot * stride + word] =
            bits(high[word], highs[shot]) | bits(low[word], lows[shot]);
      }
    }
  }

  private static long bits(long[][] tables, int value) {
    long bits = 0;
    int rest = value;
    for (long[] table : tables) {
      bits |= table[rest & MASK];
      rest >>>= CHUNK;
    }
    return bits;
  }
}

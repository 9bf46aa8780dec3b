package io.qhyper.bnn;

import io.qhyper.shots.BitString;
import java.util.List;

/**
 * Sums of ln(1 + e^z) for a list of bitstrings: e^z is a product of one entry each of small tables
 * over six bits, made afresh for each row and used by the whole list.
 */
final class SoftplusList {
  private static final int GROUP_BITS = 6;
  private static final int LEAST_GROUPS = 3; // the first pass takes three at once

  private final SoftplusChunks chunks;
  private final int bits;
  private final int groups;

  SoftplusList(SoftplusChunks chunks, int bits) {
    this.chunks = chunks;
    this.bits = bits;
    this.groups = Math.max(LEAST_GROUPS, (bits + GROUP_BITS - 1) / GROUP_BITS);
  }

  /** The sums for the leading bits of each of {@code batch}. */
  double[] sums(List<BitString> batch) {
    int[][] indices = new int[groups][];
    double[][] tables = new double[groups][1 << GROUP_BITS];
    for (int group = 0; group < groups; group++) {
      indices[group] = indices(batch, group);
    }
    double[] sums = new double[batch.size()];
    double[] exponentials = new double[batch.size()];
    ScaledProducts products = new ScaledProducts(batch.size());
    for (SoftplusChunks.Chunk chunk : chunks.chunks()) {
      for (double[] row : chunk.rows()) {
        for (int group = 0; group < groups; group++) {
          chunks.fillTable(row, from(group), count(group), 1, tables[group]);
        }
        gather(tables, indices, exponentials);
        for (int i = 0; i < exponentials.length; i++) {
          products.values[i] *= 1 + exponentials[i];
        }
      }
      products.rescale();
      if (chunk.last()) {
        products.drain(chunk.weight(), sums, 0);
      }
    }
    return sums;
  }

  private int from(int group) {
    return Math.min(bits, group * GROUP_BITS);
  }

  private int count(int group) {
    return from(group + 1) - from(group);
  }

  private int[] indices(List<BitString> batch, int group) {
    int[] indices = new int[batch.size()];
    for (int i = 0; i < indices.length; i++) {
      BitString own = batch.get(i);
      for (int k = from(group); k < from(group + 1); k++) {
        indices[i] = indices[i] << 1 | (own.printed(k) ? 1 : 0);
      }
    }
    return indices;
  }

  private static void gather(double[][] tables, int[][] indices, double[] exponentials) {
    gatherThree(tables[0], tables[1], tables[2], indices[0], indices[1], indices[2], exponentials);
    for (int group = LEAST_GROUPS; group < tables.length; group++) {
      gatherOne(tables[group], indices[group], exponentials);
    }
  }

  private static void gatherThree(
      double[] t0, double[] t1, double[] t2, int[] i0, int[] i1, int[] i2, double[] exponentials) {
    for (int i = 0; i < exponentials.length; i++) {
      exponentials[i] = t0[i0[i]] * t1[i1[i]] * t2[i2[i]];
    }
  }

  private static void gatherOne(double[] table, int[] index, double[] exponentials) {
    for (int i = 0; i < exponentials.length; i++) {
      exponentials[i] *= table[index[i]];
    }
  }
}

package io.qhyper.sim.line;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws from states whose settings differ from given ones in few pieces of a chain: only their
 * tensors are made anew, and the overlaps above the lowest of them. For one thread at a time.
 */
public final class ChainVariants {
  private final List<Piece> pieces;
  private final Settings base;
  private final int lowQubits;
  private final int[] pieceOfTurn;
  private final int[] pieceOfCoupling;
  private final boolean[] differs;
  private final PieceTensor[] baseTensors;
  private final PieceTensor[] ownTensors;
  private final double[][] baseOverlaps; // [k]: below piece k
  private final double[][] ownOverlaps;
  private final PieceTensor[] tensors; // those of the settings at hand
  private final double[][] overlaps;
  private final double[] nextRe;
  private final double[] nextIm;
  private final double[] sums;
  private final double[] vRe;
  private final double[] vIm;

  ChainVariants(Chain chain, Settings base, int lowQubits) {
    this.pieces = chain.pieces();
    this.base = base;
    this.lowQubits = lowQubits;
    int count = pieces.size();
    this.pieceOfTurn = new int[base.turns().length / Settings.TURN];
    this.pieceOfCoupling = new int[base.couplings().length / Settings.COUPLING];
    this.differs = new boolean[count];
    this.baseTensors = new PieceTensor[count];
    this.ownTensors = new PieceTensor[count];
    this.baseOverlaps = new double[count + 1][];
    this.ownOverlaps = new double[count + 1][];
    baseOverlaps[0] = new double[] {1, 0};
    int widest = 1;
    int rows = 1;
    int values = 1;
    for (int k = 0; k < count; k++) {
      PieceTensor tensor = chain.tensor(k);
      for (int slot : pieces.get(k).turns()) {
        pieceOfTurn[slot] = k;
      }
      for (int slot : pieces.get(k).couplings()) {
        pieceOfCoupling[slot] = k;
      }
      tensor.prepare(base);
      baseTensors[k] = tensor;
      baseOverlaps[k + 1] = new double[2 * tensor.upper * tensor.upper];
      ownOverlaps[k + 1] = new double[2 * tensor.upper * tensor.upper];
      tensor.overlaps(baseOverlaps[k], baseOverlaps[k + 1]);
      ownTensors[k] = chain.tensor(k);
      widest = Math.max(widest, tensor.upper);
      rows = Math.max(rows, tensor.values * tensor.lower);
      values = Math.max(values, tensor.values);
    }
    this.tensors = new PieceTensor[count];
    this.overlaps = new double[count + 1][];
    this.nextRe = new double[rows];
    this.nextIm = new double[rows];
    this.sums = new double[values];
    this.vRe = new double[widest];
    this.vIm = new double[widest];
  }

  /**
   * Draws independent basis states of the state of other settings, as {@link FactorSampler#draw}
   * does but for rounding.
   */
  public void draw(Settings settings, UniformRandomProvider random, int[] high, int[] low) {
    prepare(settings);
    for (int shot = 0; shot < high.length; shot++) {
      long state = draw((random.nextLong() >>> 11) * 0x1p-53);
      high[shot] = (int) (state >>> lowQubits);
      low[shot] = (int) (state & (1L << lowQubits) - 1);
    }
  }

  private void prepare(Settings settings) {
    findDifferences(settings);
    boolean changed = false;
    overlaps[0] = baseOverlaps[0];
    for (int k = 0; k < tensors.length; k++) {
      tensors[k] = baseTensors[k];
      if (differs[k]) {
        tensors[k] = ownTensors[k];
        tensors[k].prepare(settings);
        changed = true;
      }
      overlaps[k + 1] = changed ? ownOverlaps[k + 1] : baseOverlaps[k + 1];
      if (changed) {
        tensors[k].overlaps(overlaps[k], overlaps[k + 1]);
      }
    }
  }

  private void findDifferences(Settings settings) {
    Arrays.fill(differs, false);
    for (int slot = settings.nextTurn(base, 0);
        slot >= 0;
        slot = settings.nextTurn(base, slot + 1)) {
      differs[pieceOfTurn[slot]] = true;
    }
    for (int slot = settings.nextCoupling(base, 0);
        slot >= 0;
        slot = settings.nextCoupling(base, slot + 1)) {
      differs[pieceOfCoupling[slot]] = true;
    }
  }

  /** The first basis state up to which the probabilities sum to more than a share of all. */
  private long draw(double share) {
    vRe[0] = 1;
    vIm[0] = 0;
    double rest = share * overlaps[tensors.length][0];
    long state = 0;
    for (int k = tensors.length - 1; k >= 0; k--) {
      PieceTensor tensor = tensors[k];
      double sum = 0;
      for (int value = 0; value < tensor.values; value++) {
        int at = value * tensor.lower;
        tensor.follow(value, vRe, vIm, nextRe, nextIm, at);
        sum += tensor.weight(nextRe, nextIm, at, overlaps[k]);
        sums[value] = sum;
      }
      rest = Math.min(rest, Math.nextDown(sum)); // rounding must not lead past the end
      int value = 0;
      while (sums[value] <= rest) {
        value++;
      }
      rest -= value == 0 ? 0 : sums[value - 1];
      System.arraycopy(nextRe, value * tensor.lower, vRe, 0, tensor.lower);
      System.arraycopy(nextIm, value * tensor.lower, vIm, 0, tensor.lower);
      state = state << pieces.get(k).qubits() | value;
    }
    return state;
  }
}

package io.qhyper.sim.line;

import java.util.Arrays;

/**
 * The numbers of a circuit's gates for one row of parameters.
 *
 * <p>Mutable, for one thread at a time.
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
public record Settings(double[] turns, double[] couplings) {
  /** Entries of a turn: real parts of its 2×2 matrix, row by row, then imaginary parts. */
  public static final int TURN = 8;

  /** Entries of a coupling: cos(θ/2), sin(θ/2). */
  public static final int COUPLING = 2;

  /** Settings for so many turns and couplings, all numbers 0. */
  public static Settings zero(int turns, int couplings) {
    return new Settings(new double[turns * TURN], new double[couplings * COUPLING]);
  }

  /** Independent settings of the same numbers. */
  public Settings copy() {
    return new Settings(turns.clone(), couplings.clone());
  }

  /** The next turn from a slot on that is another one than that of other settings, or −1. */
  int nextTurn(Settings other, int slot) {
    return next(turns, other.turns, slot, TURN);
  }

  /** The next coupling from a slot on that is another one than that of other settings, or −1. */
  int nextCoupling(Settings other, int slot) {
    return next(couplings, other.couplings, slot, COUPLING);
  }

  private static int next(double[] mine, double[] others, int slot, int entries) {
    int from = slot * entries;
    int found = Arrays.mismatch(mine, from, mine.length, others, from, others.length);
    return found < 0 ? -1 : slot + found / entries;
  }

  /** Whether a turn is another one than that of other settings. */
  boolean turnDiffers(Settings other, int slot) {
    int from = slot * TURN;
    return !Arrays.equals(turns, from, from + TURN, other.turns, from, from + TURN);
  }

  /** Whether a coupling is another one than that of other settings. */
  boolean couplingDiffers(Settings other, int slot) {
    int from = slot * COUPLING;
    return !Arrays.equals(couplings, from, from + COUPLING, other.couplings, from, from + COUPLING);
  }
}

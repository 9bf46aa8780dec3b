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

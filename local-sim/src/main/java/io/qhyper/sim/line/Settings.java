package io.qhyper.sim.line;

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
}

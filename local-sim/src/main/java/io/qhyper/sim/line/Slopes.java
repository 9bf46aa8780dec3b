package io.qhyper.sim.line;

/**
 * How a mean changes with the gates of a circuit.
 *
 * @param turns for each turn x, y, z: the derivatives by the angle of a further rotation exp(−iθ/2
 *     X), Y or Z right after it, at θ = 0
 * @param couplings for each coupling the derivative by its angle
 */
@SuppressWarnings("ArrayRecordComponent") // hot data, never compared
public record Slopes(double[] turns, double[] couplings) {
  /** Entries of a turn. */
  public static final int TURN = 3;

  static Slopes zero(Settings settings) {
    return new Slopes(
        new double[settings.turns().length / Settings.TURN * TURN],
        new double[settings.couplings().length / Settings.COUPLING]);
  }
}

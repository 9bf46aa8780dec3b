package io.qhyper.sim.noise;

/**
 * How often a bit is misread.
 *
 * @param oneGivenZero probability to read 1 where the qubit is 0 ({@code prob_meas1_prep0})
 * @param zeroGivenOne probability to read 0 where the qubit is 1 ({@code prob_meas0_prep1})
 */
public record ReadoutError(double oneGivenZero, double zeroGivenOne) {
  /** Reads what is there. */
  public static final ReadoutError NONE = new ReadoutError(0, 0);

  public ReadoutError {
    Values.probability("probability to read 1 given 0", oneGivenZero);
    Values.probability("probability to read 0 given 1", zeroGivenOne);
  }

  /** The same error, {@code factor} times as frequent. */
  public ReadoutError scaled(double factor) {
    return new ReadoutError(
        Values.scaled("probability to read 1 given 0", oneGivenZero, factor),
        Values.scaled("probability to read 0 given 1", zeroGivenOne, factor));
  }

  /** The probability that a bit with the given true value is read as the other one. */
  public double flip(int value) {
    return value == 0 ? oneGivenZero : zeroGivenOne;
  }

  /** Whether nothing is misread. */
  public boolean isNone() {
    return oneGivenZero == 0 && zeroGivenOne == 0;
  }
}

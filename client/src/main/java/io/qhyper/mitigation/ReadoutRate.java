package io.qhyper.mitigation;

/**
 * How often one bit is misread, as measured.
 *
 * @param oneGivenZero probability to read 1 where 0 was prepared, in [0, 1)
 * @param zeroGivenOne probability to read 0 where 1 was prepared, in [0, 1); both sum to less than
 *     1, as the bit would tell nothing otherwise
 * @param oneGivenZeroError standard error of the first
 * @param zeroGivenOneError standard error of the second
 */
public record ReadoutRate(
    double oneGivenZero, double zeroGivenOne, double oneGivenZeroError, double zeroGivenOneError) {
  public ReadoutRate {
    if (!(oneGivenZero >= 0 && zeroGivenOne >= 0 && oneGivenZero + zeroGivenOne < 1)) {
      throw new IllegalArgumentException(
          "readout error rates must not be negative and must sum to less than 1, got %s and %s: such a bit tells nothing"
              .formatted(oneGivenZero, zeroGivenOne));
    }
    if (!(oneGivenZeroError >= 0 && zeroGivenOneError >= 0)) {
      throw new IllegalArgumentException(
          "standard errors must not be negative, got %s and %s"
              .formatted(oneGivenZeroError, zeroGivenOneError));
    }
  }

  /** Rates that are known, not measured. */
  public static ReadoutRate exact(double oneGivenZero, double zeroGivenOne) {
    return new ReadoutRate(oneGivenZero, zeroGivenOne, 0, 0);
  }

  /**
   * Rates from what was prepared and read, each estimated as (k + 1/2)/(S + 1), the mean under
   * Jeffreys' prior, so that a rate without any event still has an error.
   */
  static ReadoutRate counted(long onesOfZeros, long zeros, long zerosOfOnes, long ones) {
    double a = rate(onesOfZeros, zeros);
    double b = rate(zerosOfOnes, ones);
    return new ReadoutRate(a, b, error(a, zeros), error(b, ones));
  }

  /**
   * The same rate in both directions: their mean, as twirling makes it. Both errors are √2 times
   * that of the mean; used as independent ones, they never give less than the mean's error does.
   */
  ReadoutRate symmetric() {
    double mean = (oneGivenZero + zeroGivenOne) / 2;
    double error = Math.hypot(oneGivenZeroError, zeroGivenOneError) / Math.sqrt(2);
    return new ReadoutRate(mean, mean, error, error);
  }

  private static double rate(long events, long shots) {
    return (events + 0.5) / (shots + 1.0);
  }

  private static double error(double rate, long shots) {
    return Math.sqrt(rate * (1 - rate) / (shots + 2.0));
  }

  /** The rate at which a bit that was prepared so is misread. */
  double flip(int prepared) {
    return prepared == 0 ? oneGivenZero : zeroGivenOne;
  }

  /** The standard error of {@link #flip}. */
  double flipError(int prepared) {
    return prepared == 0 ? oneGivenZeroError : zeroGivenOneError;
  }

  /** The one-norm of the inverse of this bit's confusion matrix. */
  double inverseNorm() {
    return (1 + Math.abs(oneGivenZero - zeroGivenOne)) / (1 - oneGivenZero - zeroGivenOne);
  }
}

package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * Errors of independent estimates in units of their own standard errors: standard normal, if
 * estimates are unbiased and their errors honest.
 */
final class Residuals {
  /** A false alarm once in ten thousand for each check, if the seed were not fixed. */
  private static final double SIGMAS = 3.9;

  private static final double FALSE_ALARM = 1e-4;

  private final List<Double> residuals = new ArrayList<>();

  void add(double estimate, double standardError, double exact) {
    assertThat(standardError).isPositive();
    residuals.add((estimate - exact) / standardError);
  }

  /**
   * Checks mean, variance and extremes against the standard normal distribution.
   *
   * @param shots behind each estimate; the variance of a studentised mean is off by a few of
   *     1/shots
   */
  void check(int shots) {
    int n = residuals.size();
    double mean = residuals.stream().mapToDouble(z -> z).average().orElseThrow();
    double squares = residuals.stream().mapToDouble(z -> z * z).average().orElseThrow();
    double largest = residuals.stream().mapToDouble(Math::abs).max().orElseThrow();
    assertThat(mean)
        .as("mean of %d residuals", n)
        .isBetween(-SIGMAS / Math.sqrt(n), SIGMAS / Math.sqrt(n));
    // z² has variance 2.
    double spread = SIGMAS * Math.sqrt(2.0 / n) + 5.0 / shots;
    assertThat(squares).as("variance of %d residuals", n).isBetween(1 - spread, 1 + spread);
    // P(|z| > t) ≤ 2 exp(−t²/2), for each of them.
    assertThat(largest).as("largest").isLessThan(Math.sqrt(2 * Math.log(2 * n / FALSE_ALARM)));
  }
}

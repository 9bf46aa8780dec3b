package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SpsaTest {

  private static final double[] THETA = {0.3, -1.2, 2, 0.7};

  private final Spsa spsa = new Spsa(SpsaGains.of(0.2, 0.1, 10), 3);

  @Test
  void drawsTheSameDirectionsForTheSameKeyAndOthersForAnother() {
    final double[][] drawn = spsa.perturbation(1, 5, 64).directions();
    assertThat(spsa.perturbation(1, 5, 64).directions()).isDeepEqualTo(drawn);
    assertThat(Arrays.deepEquals(spsa.perturbation(1, 6, 64).directions(), drawn)).isFalse();
    assertThat(Arrays.deepEquals(spsa.perturbation(2, 5, 64).directions(), drawn)).isFalse();
    assertThat(drawn[0]).isNotEqualTo(drawn[1]);
  }

  @Test
  void drawsPlusAndMinusOneEquallyOften() {
    final double[][] directions = spsa.perturbation(3, 0, 40_000).directions();
    for (double[] direction : directions) {
      assertThat(Arrays.stream(direction)).allMatch(entry -> Math.abs(entry) == 1);
      // the mean of 40 000 signs has standard deviation 1/200
      assertThat(Arrays.stream(direction).average().orElseThrow()).isCloseTo(0, within(4.5 / 200));
    }
  }

  @Test
  void movesEachRowToBothSidesByTheSizeOfTheIteration() {
    final SpsaPerturbation perturbation = spsa.perturbation(1, 8, 4);
    final double[][] rows = perturbation.rows(THETA);
    assertThat(perturbation.size()).isEqualTo(spsa.gains().perturbation(8));
    assertThat(rows).hasDimensions(6, 4);
    for (int r = 0; r < 3; r++) {
      for (int i = 0; i < 4; i++) {
        final double shift = perturbation.size() * perturbation.directions()[r][i];
        assertThat(rows[2 * r][i]).isEqualTo(THETA[i] + shift);
        assertThat(rows[2 * r + 1][i]).isEqualTo(THETA[i] - shift);
      }
    }
  }

  @Test
  void averagesTheSlopesAlongTheDirections() {
    final SpsaPerturbation perturbation = spsa.perturbation(1, 0, 4);
    final double[][] directions = perturbation.directions();
    final SpsaGradient gradient =
        perturbation.gradient(new double[] {5, 1, 2, 4, 3, 3}, new double[6]);
    for (int i = 0; i < 4; i++) {
      // slopes 4, -2 and 0 over 2c = 0.2
      final double expected = (20 * directions[0][i] - 10 * directions[1][i]) / 3;
      assertThat(gradient.values()[i]).isCloseTo(expected, within(1e-13));
      assertThat(gradient.standardErrors()[i]).isZero();
    }
  }

  @Test
  void estimatesTheGradientOfAQuadraticWithoutBias() {
    // For a quadratic the central difference is exact, so the estimate has no bias at any c.
    final int repetitions = 20_000;
    final Spsa single = new Spsa(SpsaGains.of(1, 0.5, 0), 1);
    final double[] sum = new double[4];
    final double[] squares = new double[4];
    for (int k = 0; k < repetitions; k++) {
      final SpsaPerturbation perturbation = single.perturbation(77, k, 4);
      final double[] losses =
          Arrays.stream(perturbation.rows(THETA)).mapToDouble(SpsaTest::quadratic).toArray();
      final double[] estimate = perturbation.gradient(losses, new double[2]).values();
      for (int i = 0; i < 4; i++) {
        sum[i] += estimate[i];
        squares[i] += estimate[i] * estimate[i];
      }
    }
    final double[] exact = quadraticGradient(THETA);
    for (int i = 0; i < 4; i++) {
      final double mean = sum[i] / repetitions;
      final double error =
          Math.sqrt((squares[i] / repetitions - mean * mean) / (repetitions - 1.0));
      assertThat(mean).isCloseTo(exact[i], within(4.5 * error));
    }
  }

  @Test
  void reportsTheScatterThatTheLossErrorsCause() {
    final UniformRandomProvider random = RandomVectors.stream(9);
    final double[] errors = {0.1, 0.2, 0.05, 0.4, 0.3, 0.1};
    final SpsaPerturbation perturbation = spsa.perturbation(4, 2, 4);
    final int repetitions = 20_000;
    double squares = 0;
    for (int k = 0; k < repetitions; k++) {
      // uniform noise in ±√3σ has standard deviation σ
      final double[] noise =
          Arrays.stream(errors)
              .map(error -> error * Math.sqrt(3) * random.nextDouble(-1, 1))
              .toArray();
      final double entry = perturbation.gradient(noise, errors).values()[2];
      squares += entry * entry;
    }
    final double reported = perturbation.gradient(new double[6], errors).standardErrors()[2];
    // the relative error of a standard deviation from n numbers is at most 1/√(2n) for such noise
    assertThat(Math.sqrt(squares / repetitions) / reported)
        .isCloseTo(1, within(4.5 / Math.sqrt(2.0 * repetitions)));
  }

  @Test
  void stepsAgainstTheGradientByTheGainOfTheIteration() {
    OptimizerUpdate now = spsa.step(spsa.initialState(1), new double[] {1}, new double[] {2});
    assertThat(now.theta()[0]).isEqualTo(1 - spsa.gains().step(0) * 2);
    final double before = now.theta()[0];
    now = spsa.step(now.state(), now.theta(), new double[] {-1});
    assertThat(now.theta()[0]).isEqualTo(before + spsa.gains().step(1));
  }

  @Test
  void refusesLossesThatDoNotFitTheRows() {
    final SpsaPerturbation perturbation = spsa.perturbation(1, 0, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> perturbation.gradient(new double[5], new double[6]))
        .withMessage("losses must have 6 entries, but has 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> perturbation.gradient(new double[6], new double[] {0, 0, 0, -1, 0, 0}))
        .withMessageContaining("standardErrors[3]")
        .withMessageContaining("-1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> perturbation.rows(new double[3]))
        .withMessage("theta must have 4 entries, but has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spsa(spsa.gains(), 0))
        .withMessage("average must be at least 1, but is 0");
  }

  private static double quadratic(double[] x) {
    return 2 * x[0] * x[0] + x[0] * x[1] - x[1] * x[3] + 0.5 * x[3] * x[3] + 3 * x[2] - 1;
  }

  private static double[] quadraticGradient(double[] x) {
    return new double[] {4 * x[0] + x[1], x[0] - x[3], 3, x[3] - x[1]};
  }
}

package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CurvatureHistoryTest {

  private static final int N = 6;

  @Test
  void pointsDownhillWhenEmpty() {
    assertThat(CurvatureHistory.EMPTY.direction(new double[] {2, -3})).containsExactly(-2, 3);
  }

  @Test
  void equalsTheDenseBfgsUpdateOfTheInverseHessian() {
    final UniformRandomProvider random = RandomVectors.stream(31);
    for (int round = 0; round < 50; round++) {
      CurvatureHistory history = CurvatureHistory.EMPTY;
      for (int pair = 0; pair <= round % 8; pair++) {
        final double[] step = RandomVectors.uniform(random, N, 1);
        final double[] noise = RandomVectors.uniform(random, N, 0.3);
        final Sample from = new Sample(new double[N], 0, new double[N]);
        history = history.plus(from, new Sample(step, 0, Vectors.plusScaled(noise, 1, step)), 5);
      }
      final double[] gradient = RandomVectors.uniform(random, N, 1);
      final double[] expected = denseDirection(history, gradient);
      final double size = Vectors.infinityNorm(expected);
      assertThat(history.direction(gradient)).containsExactly(expected, within(1e-9 * size));
      assertThat(Vectors.dot(gradient, expected)).isNegative();
    }
  }

  @Test
  void keepsTheNewestPairsUpToTheLimit() {
    CurvatureHistory history = CurvatureHistory.EMPTY;
    for (int i = 1; i <= 4; i++) {
      history = history.plus(sample(0, 0), sample(i, i), 3);
    }
    assertThat(history.pairs().stream().map(pair -> pair.step()[0])).containsExactly(2.0, 3.0, 4.0);
  }

  @Test
  void skipsPairsWithoutPositiveCurvature() {
    assertThat(CurvatureHistory.EMPTY.plus(sample(0, 0), sample(1, -1), 3).isEmpty()).isTrue();
    assertThat(CurvatureHistory.EMPTY.plus(sample(0, 0), sample(1, 0), 3).isEmpty()).isTrue();
    assertThat(CurvatureHistory.EMPTY.plus(sample(0, 0), sample(1e-17, 1), 3).isEmpty()).isTrue();
  }

  private static Sample sample(double point, double gradient) {
    return new Sample(new double[] {point}, 0, new double[] {gradient});
  }

  /** H ← (1 − ρsyᵀ)H(1 − ρysᵀ) + ρssᵀ from H = (sᵀy/yᵀy)·1 of the newest pair, as matrices. */
  private static double[] denseDirection(CurvatureHistory history, double[] gradient) {
    final double[][] inverse = new double[N][N];
    for (CurvatureHistory.Pair newest : history.pairs()) {
      for (int i = 0; i < N; i++) {
        inverse[i][i] =
            Vectors.dot(newest.step(), newest.change())
                / Vectors.dot(newest.change(), newest.change());
      }
    }
    double[][] h = inverse;
    for (CurvatureHistory.Pair pair : history.pairs()) {
      h = updated(h, pair.step(), pair.change());
    }
    final double[] direction = new double[N];
    for (int i = 0; i < N; i++) {
      direction[i] = -Vectors.dot(h[i], gradient);
    }
    return direction;
  }

  private static double[][] updated(double[][] h, double[] s, double[] y) {
    final double rho = 1 / Vectors.dot(s, y);
    final double[][] left = new double[N][N];
    final double[][] right = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        left[i][j] = (i == j ? 1 : 0) - rho * s[i] * y[j];
        right[i][j] = (i == j ? 1 : 0) - rho * y[i] * s[j];
      }
    }
    final double[][] next = product(product(left, h), right);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        next[i][j] += rho * s[i] * s[j];
      }
    }
    return next;
  }

  private static double[][] product(double[][] a, double[][] b) {
    final double[][] c = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        for (int k = 0; k < N; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}

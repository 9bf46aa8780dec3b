package io.qhyper.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one-dimensional functions of Moré and Thuente, ACM TOMS 20 (1994) 286, section 5. */
class WolfeLineSearchTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-1, 1, 1e1, 1e3})
  void findsTheWideValleyFromAnyFirstStep(double firstStep) {
    assertStrongWolfe(
        (x, gradient) -> {
          final double below = x[0] * x[0] + 2;
          gradient[0] = (x[0] * x[0] - 2) / (below * below);
          return -x[0] / below;
        },
        firstStep);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-1, 1, 1e1, 1e3})
  void findsTheSteepValleyFromAnyFirstStep(double firstStep) {
    assertStrongWolfe(
        (x, gradient) -> {
          final double shifted = x[0] + 0.004;
          gradient[0] = 5 * Math.pow(shifted, 4) - 8 * Math.pow(shifted, 3);
          return Math.pow(shifted, 5) - 2 * Math.pow(shifted, 4);
        },
        firstStep);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-1, 1, 1e1, 1e3})
  void findsAFlatPointAmongManyRipples(double firstStep) {
    assertStrongWolfe(
        (x, gradient) -> {
          gradient[0] = 0.02 * (x[0] - 5) - Math.cos(20 * x[0]);
          return 0.01 * (x[0] - 5) * (x[0] - 5) - 0.05 * Math.sin(20 * x[0]);
        },
        firstStep);
  }

  @Test
  void refusesADirectionThatDoesNotDescendWithoutEvaluating() {
    final CountedFunction function = new CountedFunction(TestFunctions::rosenbrock, 0);
    final Sample from = function.at(new double[] {-1.2, 1});
    assertThat(new WolfeLineSearch(function, from, from.gradient()).search(1)).isEmpty();
    assertThat(new WolfeLineSearch(function, from, new double[2]).search(1)).isEmpty();
    assertThat(new WolfeLineSearch(function, from, new double[] {Double.NaN, 0}).search(1))
        .isEmpty();
    assertThat(function.evaluations()).isEqualTo(1);
  }

  private static void assertStrongWolfe(DifferentiableFunction function, double firstStep) {
    final CountedFunction counted = new CountedFunction(function, 0);
    final Sample from = counted.at(new double[1]);
    assertThat(from.gradient()[0]).isNegative();
    final Optional<Sample> found =
        new WolfeLineSearch(counted, from, new double[] {1}).search(firstStep);
    assertThat(found)
        .hasValueSatisfying(
            to -> {
              assertThat(to.value())
                  .isLessThanOrEqualTo(from.value() + 1e-4 * to.point()[0] * from.gradient()[0]);
              assertThat(Math.abs(to.gradient()[0]))
                  .isLessThanOrEqualTo(0.9 * Math.abs(from.gradient()[0]));
            });
    assertThat(counted.evaluations()).isLessThanOrEqualTo(61);
  }
}
